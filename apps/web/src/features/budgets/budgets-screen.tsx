import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { ErrorState, Skeleton } from '@/ui/states';
import { BudgetLine } from './budget-line';
import { useBudgets, useClients } from './budgets-api';

/** What models may use for each client in a month, and what they did. */
export function BudgetsScreen() {
  const { t } = useTranslation('budgets');
  usePageTitle(t('title'));
  const { data, isPending, error, refetch } = useBudgets();
  const clients = useClients();
  const names = new Map(clients.data?.items.map(({ id, name }) => [id, name]));
  return (
    <div className="mx-auto grid max-w-[900px] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
        {data === undefined ? null : <BudgetLine name={t('own')} clientId={null} budget={data.own} />}
        {(data?.items ?? []).flatMap((budget) => {
          const name = names.get(budget.organizationId);
          return name === undefined
            ? []
            : [
                <BudgetLine
                  key={budget.organizationId}
                  {...{ name, budget }}
                  clientId={budget.organizationId}
                />,
              ];
        })}
      </ul>
    </div>
  );
}
