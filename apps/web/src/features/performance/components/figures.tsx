import type { Performance } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { formatMetric, METRICS } from '../model/format-metric';

/** Each metric of the quarter with how sure it is, beside the average of the team where enough people stand behind it. */
export function Figures({ performance }: { performance: Performance }) {
  const { t } = useTranslation('performance');
  const language = useLanguage();
  const { metrics, team, teamNeeds } = performance;
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-left">
        <thead className="text-xs text-ink-3">
          <tr>
            <th className="px-4 py-2 font-medium">{t('column.metric')}</th>
            <th className="px-4 py-2 text-right font-medium">{t('column.value')}</th>
            <th className="px-4 py-2 text-right font-medium">{t('column.interval')}</th>
            <th className="px-4 py-2 text-right font-medium">{t('column.team')}</th>
          </tr>
        </thead>
        <tbody>
          {METRICS.map((metric) => {
            const one = metrics.find((value) => value.metric === metric);
            const average = team.find((value) => value.metric === metric)?.average ?? null;
            if (one === undefined) return null;
            return (
              <tr key={metric} className="border-t border-line">
                <th scope="row" className="px-4 py-2.5 font-normal">
                  {t(`metric.${metric}`)}
                  <span className="block text-2xs text-ink-3">{t('records', { count: one.records })}</span>
                </th>
                <td className="px-4 py-2.5 text-right font-semibold whitespace-nowrap tabular-nums">
                  {one.value === null ? '—' : formatMetric(metric, one.value, language)}
                </td>
                <td className="px-4 py-2.5 text-right whitespace-nowrap tabular-nums text-ink-2">
                  {one.low === null || one.high === null
                    ? '—'
                    : `${formatMetric(metric, one.low, language)} – ${formatMetric(metric, one.high, language)}`}
                </td>
                <td className="px-4 py-2.5 text-right whitespace-nowrap tabular-nums text-ink-2">
                  {average === null ? t('few') : formatMetric(metric, average, language)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="border-t border-line px-4 py-2 text-xs text-ink-3">
        {t('privacy', { count: teamNeeds })}
      </p>
    </div>
  );
}
