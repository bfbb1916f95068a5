import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useRetention, useRunRetention } from '../api/retention';
import { Section } from './section';

const CELL = 'px-3 py-2 text-left align-top';

/** How long rows are kept, what a run would take away, and what the last one did. */
export function RetentionSection() {
  const { t } = useTranslation('privacy');
  const language = useLanguage();
  const local = useLocal();
  const { data, isPending, error, refetch } = useRetention();
  const run = useRunRetention();
  const last = data?.[0];
  return (
    <Section title={t('retention.title')} text={t('retention.text')}>
      {isPending ? <Skeleton className="h-24" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={run.isPending} onClick={() => run.mutate(true)}>
          {t('retention.dry')}
        </Button>
        <Button disabled={run.isPending} onClick={() => run.mutate(false)}>
          {t('retention.run')}
        </Button>
        <span aria-live="polite" className="text-xs text-ink-2">
          {run.isPending
            ? t('retention.running')
            : last === undefined
              ? t('retention.none')
              : t(last.dry ? 'retention.last_dry' : 'retention.last_run', {
                  date: formatDateTime(last.startedAt, language),
                })}
        </span>
      </div>
      {run.isError ? <ErrorState error={run.error} /> : null}
      {last === undefined ? null : (
        <section
          aria-label={t('retention.title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
          tabIndex={0}
          className="overflow-x-auto rounded-card border border-line bg-surface"
        >
          <table className="w-full text-xs">
            <thead>
              <tr className="border-b border-line">
                {(['table', 'days', 'rows', 'why'] as const).map((head) => (
                  <th key={head} scope="col" className={`${CELL} font-medium whitespace-nowrap text-ink-2`}>
                    {t(`retention.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {last.results.map(({ table, days, rows, why }) => (
                <tr key={table} className="border-b border-line last:border-0">
                  <th scope="row" className={`${CELL} font-normal`}>
                    <code>{table}</code>
                  </th>
                  <td className={`${CELL} whitespace-nowrap tabular-nums`}>
                    {t('retention.days_value', { count: days })}
                  </td>
                  <td className={`${CELL} tabular-nums`}>{rows}</td>
                  <td className={`${CELL} min-w-48`}>{local(why)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
