import { useVirtualizer } from '@tanstack/react-virtual';
import type { ClientSummary } from '@tokenholic/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { useClientList } from '../api/workspace';
import type { Onlookers } from '../model/presence';
import { ClientRow } from './client-row';

const ROW = 60;

interface ClientListProps {
  query: ReturnType<typeof useClientList>;
  clients: readonly ClientSummary[];
  chosen: string | undefined;
  onlookers: Onlookers;
  narrowed: boolean;
  now: Date;
  onChoose: (clientId: string) => void;
}

/** The list itself: only what is in sight is drawn, and the next page comes before its end is reached. */
export function ClientList({ query, clients, chosen, onlookers, narrowed, now, onChoose }: ClientListProps) {
  const { t } = useTranslation('copilot');
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: clients.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= clients.length - 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, clients.length]);
  const at = clients.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  if (query.isError && clients.length === 0)
    return (
      <div className="p-3">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (query.isPending)
    return (
      <div className="grid gap-3 p-3">
        {[0, 1, 2, 3].map((key) => (
          <Skeleton key={key} className="h-12" />
        ))}
      </div>
    );
  if (clients.length === 0)
    return (
      <div className="p-3">
        <EmptyState title={narrowed ? t('list.no_match') : t('list.empty')} />
      </div>
    );
  return (
    <section
      ref={box}
      aria-label={t('list.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const client = clients[index];
          return client === undefined ? null : (
            <li
              key={client.id}
              className="absolute inset-x-0"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <ClientRow
                client={client}
                chosen={client.id === chosen}
                onlookers={onlookers[client.id] ?? []}
                now={now}
                onChoose={() => onChoose(client.id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
