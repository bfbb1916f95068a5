import type { PersonaCharts } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { ChartFrame } from './chart-frame';

const WIDTH = 420;
const HEIGHT = 96;
const RECENT = 6;

/** How often they are heard of, week by week. */
export function WeeksChart({ weeks }: { weeks: PersonaCharts['weeks'] }) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  const most = Math.max(1, ...weeks.map(({ theirs }) => theirs));
  const step = WIDTH / Math.max(1, weeks.length);
  const sum = (list: PersonaCharts['weeks']) => list.reduce((total, { theirs }) => total + theirs, 0);
  const late = sum(weeks.slice(-RECENT));
  const early = sum(weeks.slice(-2 * RECENT, -RECENT));
  const title = t('weeks_title', { late, early, weeks: RECENT });
  const top = weeks.findIndex(({ theirs }) => theirs === most);
  const rows = weeks.map(({ week, theirs, ours }) => [formatDate(week, language), theirs, ours]).reverse();
  return (
    <ChartFrame title={title} headings={[t('weeks_heading'), t('theirs'), t('ours')]} rows={rows}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 32}`} role="img" aria-label={title} className="w-full">
        {weeks.map(({ week, theirs }, index) => (
          <rect
            key={week}
            x={index * step + 1}
            y={16 + HEIGHT - (theirs / most) * HEIGHT}
            width={step - 2}
            height={(theirs / most) * HEIGHT}
            rx={1.5}
            className={index >= weeks.length - RECENT ? 'fill-info' : 'fill-line-strong'}
          />
        ))}
        {top < 0 ? null : (
          <text x={top * step + step / 2} y={11} textAnchor="middle" className="fill-ink text-[11px]">
            {most}
          </text>
        )}
        <line x1={0} x2={WIDTH} y1={16 + HEIGHT} y2={16 + HEIGHT} className="stroke-line-strong" />
        {weeks[0] === undefined ? null : (
          <text x={0} y={HEIGHT + 29} className="fill-ink-3 text-[10px]">
            {formatDate(weeks[0].week, language)}
          </text>
        )}
        <text x={WIDTH} y={HEIGHT + 29} textAnchor="end" className="fill-ink-3 text-[10px]">
          {t('this_week')}
        </text>
      </svg>
    </ChartFrame>
  );
}
