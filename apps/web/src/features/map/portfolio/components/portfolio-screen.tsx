import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { PortfolioEntry } from '@tokenholic/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { usePageTitle } from '@/shell/page-title';
import { buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { PortfolioSearch } from '../../map-search';
import { matching, ranked, sumOf } from '../model/portfolio';
import { Filters } from './filters';
import { GroupBars } from './group-bars';
import { Movers } from './movers';
import { RankingTable } from './ranking-table';
import { TotalsRow } from './totals-row';

/** All clients' maps side by side: where tokens and chances are, who looks after them, and what a week changed. */
export function PortfolioScreen() {
  const { t } = useTranslation('portfolio');
  usePageTitle(t('title'));
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['portfolio'],
    queryFn: () => get<{ items: PortfolioEntry[] }>('/api/portfolio'),
    refetchInterval: 30_000,
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid max-w-[68ch] gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      {isPending ? <Skeleton className="h-96" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : data.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          <Link to="/" className={buttonLook({ variant: 'primary' })}>
            {t('first')}
          </Link>
        </EmptyState>
      ) : (
        <Picture entries={data.items} />
      )}
    </div>
  );
}

function Picture({ entries }: { entries: readonly PortfolioEntry[] }) {
  const { t } = useTranslation('portfolio');
  const search = useSearch({ from: '/portfolio' });
  const navigate = useNavigate({ from: '/portfolio' });
  const narrow = (change: Partial<PortfolioSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const shown = useMemo(() => matching(entries, search), [entries, search]);
  const rows = useMemo(() => ranked(shown, search.by ?? 'winnable'), [shown, search.by]);
  return (
    <>
      <Filters entries={entries} search={search} onSearch={narrow} />
      {shown.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <>
          <TotalsRow sum={sumOf(shown)} />
          <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-6 max-xl:grid-cols-[minmax(0,1fr)]">
            <GroupBars entries={shown} grouping={search.group ?? 'industry'} onSearch={narrow} />
            <Movers entries={shown} />
          </div>
          <RankingTable entries={rows} ranking={search.by ?? 'winnable'} onSearch={narrow} />
        </>
      )}
    </>
  );
}
