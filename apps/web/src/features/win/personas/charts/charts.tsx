import type { PersonaCharts } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { AnswersChart } from './answers-chart';
import { ChannelsChart } from './channels-chart';
import { HoursChart } from './hours-chart';
import { WeeksChart } from './weeks-chart';

/** What was counted, drawn. */
export function Charts({ charts, timeZone }: { charts: PersonaCharts; timeZone: string }) {
  const { t } = useTranslation('personas');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <h2 className="sr-only">{t('charts')}</h2>
      <HoursChart hours={charts.hours} timeZone={timeZone} />
      <AnswersChart answers={charts.answers} />
      <ChannelsChart channels={charts.channels} />
      <WeeksChart weeks={charts.weeks} />
    </div>
  );
}
