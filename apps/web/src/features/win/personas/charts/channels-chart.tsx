import type { PersonaCharts } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Bars } from './bars';
import { ChartFrame } from './chart-frame';

/** Which way they reach out, and which way we do. */
export function ChannelsChart({ channels }: { channels: PersonaCharts['channels'] }) {
  const { t } = useTranslation('personas');
  const [top] = [...channels].sort((first, second) => second.theirs - first.theirs);
  const title =
    top === undefined || top.theirs === 0
      ? t('channels_none')
      : t('channels_title', { channel: t(`channel.${top.channel}`), count: top.theirs });
  return (
    <ChartFrame
      title={title}
      headings={[t('channels_heading'), t('theirs'), t('ours')]}
      rows={channels.map(({ channel, theirs, ours }) => [t(`channel.${channel}`), theirs, ours])}
    >
      <Bars
        label={title}
        bars={channels.map(({ channel, theirs, ours }) => ({
          label: t(`channel.${channel}`),
          parts: [
            { value: theirs, className: 'fill-info', label: t('theirs_count', { count: theirs }) },
            { value: ours, className: 'fill-line-strong', label: t('ours_count', { count: ours }) },
          ],
        }))}
      />
    </ChartFrame>
  );
}
