import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useTeam } from '../api';
import { formatMetric, METRICS } from '../model/format-metric';

/** Everybody's quarter side by side; a name leads to the person. */
export function TeamTable({ onPerson }: { onPerson: (id: string) => void }) {
  const { t } = useTranslation('performance');
  const language = useLanguage();
  const local = useLocal();
  const team = useTeam(true);
  if (team.isError) return <ErrorState error={team.error} onRetry={() => void team.refetch()} />;
  if (team.data === undefined) return <Skeleton className="h-80" />;
  if (team.data.people.length === 0) return <EmptyState title={t('nobody')} />;
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-left">
        <thead className="text-xs text-ink-3">
          <tr>
            <th className="sticky left-0 bg-surface px-4 py-2 font-medium">{t('column.person')}</th>
            <th className="px-3 py-2 text-right font-medium">{t('column.behind')}</th>
            {METRICS.map((metric) => (
              <th key={metric} className="px-3 py-2 text-right font-medium">
                {t(`metric.${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {team.data.people.map(({ person, metrics, objectives }) => (
            <tr key={person.id} className="border-t border-line">
              <th scope="row" className="sticky left-0 bg-surface px-4 py-1 font-normal">
                <button
                  type="button"
                  onClick={() => onPerson(person.id)}
                  className="min-h-9 text-left whitespace-nowrap underline max-md:min-h-11"
                >
                  {local(person.name)}
                </button>
              </th>
              <td
                className={`px-3 text-right tabular-nums ${objectives.behind > 0 ? 'text-warn' : 'text-ink-2'}`}
              >
                {objectives.all === 0 ? '—' : `${objectives.behind} / ${objectives.all}`}
              </td>
              {METRICS.map((metric) => {
                const value = metrics.find((one) => one.metric === metric)?.value ?? null;
                return (
                  <td key={metric} className="px-3 text-right whitespace-nowrap tabular-nums">
                    {value === null ? '—' : formatMetric(metric, value, language)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
