import { Link } from '@tanstack/react-router';
import { formatMoney, formatPercent, formatTokens } from '@tokenholic/presentation';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Select } from '@/ui/field';
import { SearchBox } from '@/ui/search-box';
import { ShareBar } from '@/ui/share-bar';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useClients, usePortfolio } from '../api/clients';
import { type Order, orderedRows, type Row } from '../model/list';

/** All clients one may see, with what their maps say. */
export function ClientList() {
  const { t } = useTranslation('home');
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('winnable');
  const clients = useClients(useDeferredValue(search));
  const portfolio = usePortfolio();
  const rows = orderedRows(clients.data?.items ?? [], portfolio.data?.items ?? [], order);
  return (
    <section aria-label={t('clients')} className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="mr-auto text-xl font-semibold">{t('clients')}</h2>
        <SearchBox label={t('search')} value={search} onChange={setSearch} className="w-56 max-md:w-40" />
        <Select
          aria-label={t('sort_winnable')}
          value={order}
          onChange={(event) => setOrder(event.target.value as Order)}
          className="w-auto"
        >
          <option value="winnable">{t('sort_winnable')}</option>
          <option value="tokens">{t('sort_tokens')}</option>
          <option value="recent">{t('sort_recent')}</option>
        </Select>
      </div>
      {clients.isError ? <ErrorState error={clients.error} onRetry={() => void clients.refetch()} /> : null}
      {clients.isPending ? [0, 1, 2].map((key) => <Skeleton key={key} className="h-20" />) : null}
      {clients.isSuccess && rows.length === 0 ? (
        <EmptyState title={search === '' ? t('empty') : t('no_match')} />
      ) : null}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.client.id}>
            <ClientRow row={row} />
          </li>
        ))}
      </ul>
      {(clients.data?.nextCursor ?? null) === null ? null : (
        <p className="text-sm text-ink-2">
          {t('more', { count: rows.length })}{' '}
          <Link to="/portfolio" className="underline underline-offset-2">
            {t('all_in_portfolio')}
          </Link>
        </p>
      )}
    </section>
  );
}

function ClientRow({ row: { client, entry } }: { row: Row }) {
  const { t } = useTranslation('home');
  const language = useLanguage();
  return (
    <Link
      to="/clients/$clientId"
      params={{ clientId: client.id }}
      className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,2fr)_110px_90px_110px] items-center gap-5 rounded-card border border-line bg-surface px-5 py-4 hover:border-line-strong max-md:grid-cols-2 max-md:gap-3 max-md:px-4"
    >
      <span className="flex min-w-0 items-center gap-2 max-md:col-span-2">
        <span className="truncate text-lg font-semibold">{client.name}</span>
        {client.sample ? <Tag>{t('sample')}</Tag> : null}
        {entry?.basis === 'industry_benchmark' ? <Tag>{t('benchmark')}</Tag> : null}
      </span>
      {entry === null ? (
        <span className="col-span-4 text-ink-3 max-md:col-span-2">{t('no_map')}</span>
      ) : (
        <>
          <span className="max-md:col-span-2">
            <ShareBar shares={entry.shares} />
          </span>
          <Cell label={t('tokens')} value={formatTokens(entry.tokensPerYear, language).text} />
          <Cell label={t('ours')} value={formatPercent(entry.ourShare, language)} />
          <Cell label={t('winnable')} value={formatMoney(entry.winnableTopThree, language).text} marked />
        </>
      )}
    </Link>
  );
}

function Tag({ children }: { children: string }) {
  return (
    <span className="shrink-0 rounded-tile bg-sunken px-1.5 py-0.5 text-2xs text-ink-2">{children}</span>
  );
}

function Cell({ label, value, marked = false }: { label: string; value: string; marked?: boolean }) {
  return (
    <span className="grid">
      <span className="text-2xs text-ink-3">{label}</span>
      <span className={`justify-self-start font-semibold ${marked ? 'marked rounded-[2px]' : ''}`}>
        {value}
      </span>
    </span>
  );
}
