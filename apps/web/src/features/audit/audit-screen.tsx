import type { AuditFilter } from '@tokenholic/contracts';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed, useSession } from '@/api/session';
import { ClientSelect } from '@/clients/client-select';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { exportAddress, type Trail, useTrail } from './api/audit';
import { EntryLine } from './components/entry-line';
import { FilterBar } from './components/filter-bar';
import { Wholeness } from './components/wholeness';

const EVERYTHING: AuditFilter = { search: '', actor: '', action: '', from: '', to: '' };

/** Who did what, in an organisation's own chain of hashes: search, proof, export. */
export function AuditScreen() {
  const { t } = useTranslation('audit');
  const { t: shell } = useTranslation();
  usePageTitle(t('title'));
  const session = useSession();
  const mayRead = useAllowed('audit.read');
  return (
    <div className="mx-auto grid max-w-[960px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
      </header>
      {session.isPending ? <Skeleton className="h-64" /> : null}
      {session.data !== undefined && !mayRead ? <p>{shell('forbidden')}</p> : null}
      {mayRead ? <TrailView /> : null}
    </div>
  );
}

function TrailView() {
  const { t } = useTranslation('audit');
  const [trail, setTrail] = useState<Trail>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const wanted = useDeferredValue(filter);
  const found = useTrail(trail, wanted);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (id: string) => {
    setTrail(id === '' ? null : id);
    setFilter(EVERYTHING);
  };
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex-1 basis-56">
          <ClientSelect label={t('whose')} none={t('own')} value={trail ?? ''} onChange={choose} />
        </div>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} download href={exportAddress(trail, filter, format)} className={buttonLook({})}>
            {t('export', { format: format.toUpperCase() })}
          </a>
        ))}
      </div>
      <Wholeness trail={trail} />
      <FilterBar trail={trail} filter={filter} onChange={setFilter} />
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton className="h-64" /> : null}
      {found.isSuccess && items.length === 0 ? (
        <EmptyState title={t('none')}>
          <Button onClick={() => setFilter(EVERYTHING)}>{t('clear')}</Button>
        </EmptyState>
      ) : null}
      <ol className="grid empty:hidden">
        {items.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {found.hasNextPage ? (
        <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {t('older')}
        </Button>
      ) : null}
    </>
  );
}
