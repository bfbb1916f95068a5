import type { CustomField, DealOrder } from '@tokenholic/contracts';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { DealSearch } from '../../deal-search';
import { useDealTable } from '../api/deals';
import { useFields } from '../model/use-stages';
import { BulkBar } from './bulk-bar';
import { DealLine } from './deal-line';

const COLUMNS: readonly { key: string; order?: DealOrder; end?: boolean; wide?: boolean }[] = [
  { key: 'deal', order: 'title' },
  { key: 'stage', wide: true },
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

/** The deals in rows; the order is chosen at the head and stands in the address. Rows are walked and chosen by keyboard too. */
export function DealTable({ search, onSearch }: DealTableProps) {
  const { t } = useTranslation('deals');
  const allowed = useAllowed('deal.write');
  const own = useFields('deal').filter(({ inTable }) => inTable);
  const table = useDealTable(search);
  const rows = (table.data?.pages ?? []).flatMap(({ items }) => items);
  const [picked, setPicked] = useState<readonly string[]>([]);
  // What a filter has taken out of sight is not changed unseen.
  const chosen = picked.filter((id) => rows.some((row) => row.id === id));
  const toggle = (id: string) =>
    setPicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const every = rows.length > 0 && chosen.length === rows.length;
  if (table.isError) return <ErrorState error={table.error} onRetry={() => void table.refetch()} />;
  if (table.isPending) return <Skeleton className="h-80" />;
  if (rows.length === 0) return <EmptyState title={t('empty.narrowed')} text={t('empty.narrowed_text')} />;
  return (
    <div className="grid gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys pressed on the links and boxes inside arrive here */}
      <div onKeyDown={walk} className="overflow-x-auto rounded-card border border-line bg-surface">
        <table className="w-full text-left">
          <thead className="border-b border-line text-xs text-ink-2">
            <tr>
              {allowed ? (
                <th scope="col" className="w-8 px-3 py-2">
                  <input
                    type="checkbox"
                    aria-label={t('bulk.all')}
                    checked={every}
                    onChange={() => setPicked(every ? [] : rows.slice(0, 200).map(({ id }) => id))}
                    className="size-4 align-middle accent-[var(--ink)]"
                  />
                </th>
              ) : null}
              <Headings search={search} onSearch={onSearch} own={own} />
            </tr>
          </thead>
          <tbody>
            {rows.map((deal) => (
              <DealLine
                key={deal.id}
                deal={deal}
                own={own}
                chosen={chosen.includes(deal.id)}
                onChoose={allowed ? () => toggle(deal.id) : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-xs text-ink-3 max-md:hidden">{t('table.keys')}</p>
      {table.hasNextPage ? (
        <Button
          className="justify-self-center"
          disabled={table.isFetchingNextPage}
          onClick={() => void table.fetchNextPage()}
        >
          {t('table.more')}
        </Button>
      ) : null}
      {chosen.length === 0 ? null : <BulkBar chosen={chosen} onClear={() => setPicked([])} />}
    </div>
  );
}

/** `j` and `k` go from row to row, `x` chooses the row, Enter on its name opens it. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const { key, target, currentTarget } = event;
  if (event.metaKey || event.ctrlKey || event.altKey || !(target instanceof HTMLElement)) return;
  const row = target.closest('tbody tr');
  if (key === 'x' && row !== null) {
    row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    return;
  }
  const step = key === 'j' ? 1 : key === 'k' ? -1 : 0;
  if (step === 0) return;
  const links = [...currentTarget.querySelectorAll<HTMLElement>('tbody tr a')];
  const here = row === null ? -1 : links.findIndex((link) => row.contains(link));
  links[Math.max(0, here + step)]?.focus();
  event.preventDefault();
}

interface HeadingsProps extends DealTableProps {
  own: readonly CustomField[];
}

function Headings({ search, onSearch, own }: HeadingsProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const order = search.order ?? 'activity';
  return (
    <>
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
      {own.map((field) => (
        <th key={field.key} scope="col" className="px-3 py-2 font-medium whitespace-nowrap max-md:hidden">
          {local(field.name)}
        </th>
      ))}
    </>
  );
}
