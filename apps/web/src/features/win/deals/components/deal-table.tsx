import { Link } from '@tanstack/react-router';
import type { DealCard, DealOrder } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { DealSearch } from '../../deal-search';
import { useDealTable } from '../api/deals';
import { formatAmount } from '../model/amount';
import { daysQuiet, isOpen, isOverdue } from '../model/overdue';

const COLUMNS: readonly { key: string; order?: DealOrder; end?: boolean; wide?: boolean }[] = [
  { key: 'deal', order: 'title' },
  { key: 'stage' },
  { key: 'amount', order: 'amount', end: true },
  { key: 'close', order: 'close_date' },
  { key: 'quiet', order: 'activity', end: true, wide: true },
  { key: 'next', wide: true },
  { key: 'owner', wide: true },
];

interface DealTableProps {
  search: DealSearch;
  onSearch: (search: DealSearch) => void;
}

/** The deals in rows; the order is chosen at the head and stands in the address. */
export function DealTable({ search, onSearch }: DealTableProps) {
  const { t } = useTranslation('deals');
  const table = useDealTable(search);
  const rows = (table.data?.pages ?? []).flatMap(({ items }) => items);
  const order = search.order ?? 'close_date';
  if (table.isError) return <ErrorState error={table.error} onRetry={() => void table.refetch()} />;
  if (table.isPending) return <Skeleton className="h-80" />;
  if (rows.length === 0) return <EmptyState title={t('empty.narrowed')} text={t('empty.narrowed_text')} />;
  return (
    <div className="grid gap-3">
      <div className="overflow-x-auto rounded-card border border-line bg-surface">
        <table className="w-full text-left">
          <thead className="border-b border-line text-xs text-ink-2">
            <tr>
              {COLUMNS.map(({ key, order: by, end, wide }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={by === undefined || by !== order ? undefined : 'other'}
                  className={`px-3 py-2 font-medium whitespace-nowrap ${end ? 'text-right' : ''} ${wide ? 'max-md:hidden' : ''}`}
                >
                  {by === undefined ? (
                    t(`table.${key}`)
                  ) : (
                    <button
                      type="button"
                      onClick={() => onSearch({ ...search, order: by })}
                      className={`underline-offset-4 hover:underline ${by === order ? 'font-semibold text-ink underline' : ''}`}
                    >
                      {t(`table.${key}`)}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((deal) => (
              <DealLine key={deal.id} deal={deal} />
            ))}
          </tbody>
        </table>
      </div>
      {table.hasNextPage ? (
        <Button
          className="justify-self-center"
          disabled={table.isFetchingNextPage}
          onClick={() => void table.fetchNextPage()}
        >
          {t('table.more')}
        </Button>
      ) : null}
    </div>
  );
}

function DealLine({ deal }: { deal: DealCard }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const now = new Date();
  return (
    <tr className="border-b border-line last:border-0 hover:bg-sunken">
      <td className="min-w-40 px-3 py-2">
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="font-semibold hover:underline">
          {deal.title}
        </Link>
        <span className="block text-xs text-ink-2">{deal.clientName}</span>
      </td>
      <td className="px-3 py-2 whitespace-nowrap">{t(`stage.${deal.stage}`)}</td>
      <td className="px-3 py-2 text-right whitespace-nowrap">
        {formatAmount(deal.amountMinor, deal.currency, language)}
      </td>
      <td className={`px-3 py-2 whitespace-nowrap ${isOverdue(deal, now) ? 'text-danger' : ''}`}>
        {formatDate(deal.closeDate, language)}
      </td>
      <td className="px-3 py-2 text-right whitespace-nowrap max-md:hidden">
        {isOpen(deal) ? t('table.days', { count: daysQuiet(deal, now) }) : ''}
      </td>
      <td className="px-3 py-2 whitespace-nowrap max-md:hidden">
        {deal.nextStepOn === null ? '—' : formatDate(deal.nextStepOn, language)}
      </td>
      <td className="px-3 py-2 whitespace-nowrap max-md:hidden">{local(deal.ownerName)}</td>
    </tr>
  );
}
