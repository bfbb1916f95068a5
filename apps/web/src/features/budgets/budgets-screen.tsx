import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { SearchBox } from '@/ui/search-box';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { BudgetLine } from './budget-line';
import { useBudgets } from './budgets-api';

const LINES = 'grid divide-y divide-line rounded-card border border-line bg-surface px-4';

/** What models may use for each client in a month, and what they did. */
export function BudgetsScreen() {
  const { t } = useTranslation('budgets');
  usePageTitle(t('title'));
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isPending, error, refetch } = useBudgets(search);
  return (
    <div className="mx-auto grid max-w-[900px] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <ul className={LINES}>
            <BudgetLine name={t('own')} clientId={null} budget={data.own} />
          </ul>
          <section aria-label={t('clients')} className="grid gap-3">
            <div className="flex flex-wrap items-center gap-3">
              <h2 className="mr-auto text-xl font-semibold">{t('clients')}</h2>
              <SearchBox label={t('search')} value={text} onChange={setText} className="w-64" />
            </div>
            {search === '' && data.items.length > 0 ? (
              <p className="max-w-[68ch] text-sm text-ink-2">{t('shown')}</p>
            ) : null}
            {data.items.length === 0 ? (
              <EmptyState title={search === '' ? t('nobody_yet') : t('no_match')} />
            ) : (
              <ul className={LINES}>
                {data.items.map((budget) => (
                  <BudgetLine
                    key={budget.organizationId}
                    name={budget.clientName}
                    clientId={budget.organizationId}
                    budget={budget}
                  />
                ))}
              </ul>
            )}
            {data.more ? (
              <p className="text-sm text-ink-2">{t('more', { count: data.items.length })}</p>
            ) : null}
          </section>
        </>
      )}
    </div>
  );
}
