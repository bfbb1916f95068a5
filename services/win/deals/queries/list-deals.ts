import type { DealCard, DealFilter, DealOrder } from '@tokenholic/contracts';
import { formatCursor, type Kit, type Principal, parseCursor } from '@tokenholic/kit';
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';

import { toCard } from '../domain/present.ts';
import { stageBook } from '../domain/settings/stages.ts';
import { accounts, type DealRow, deals } from '../tables.ts';
import { conditionsOf } from './conditions.ts';
import { withClients } from './deal-access.ts';
import { withOwnerNames } from './owner-names.ts';
import { readSettings } from './settings.ts';

/** One page of the table; the cursor is the last row's place. */
export async function listDeals(
  kit: Kit,
  principal: Principal,
  filter: DealFilter,
  page: { cursor?: string | undefined; limit: number; order: DealOrder },
): Promise<{ items: DealCard[]; nextCursor: string | null }> {
  const order = orders[page.order];
  const after = parseCursor(page.cursor);
  const book = stageBook(await readSettings(kit, principal));
  return withClients(kit, principal, async (tx) => {
    const rows = await tx.db
      .select({ deal: deals, name: accounts.name })
      .from(deals)
      .leftJoin(accounts, eq(accounts.organizationId, deals.organizationId))
      .where(
        and(
          conditionsOf(filter, principal.user.id, kit.now(), book),
          after === null ? undefined : order.after(after.value, after.id),
        ),
      )
      .orderBy(...order.by)
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1)?.deal;
    const open = await withOwnerNames(
      tx,
      shown.map(({ deal, name }) => ({ ...deal, clientName: name ?? '' })),
    );
    return {
      items: open.map((deal) => toCard(deal, deal.clientName)),
      nextCursor:
        rows.length > page.limit && last !== undefined ? formatCursor(order.value(last), last.id) : null,
    };
  });
}

interface Order {
  by: SQL[];
  after: (value: string | number, id: string) => SQL;
  value: (row: DealRow) => string | number;
}

const saidAt = sql`coalesce(${deals.lastActivityAt}, ${deals.createdAt})`;
/** A cursor that no list gave out compares as the smallest date instead of failing the query. */
const asDate = (value: string | number) =>
  Number.isNaN(Date.parse(String(value))) ? '1970-01-01' : String(value);
const orders: Record<DealOrder, Order> = {
  close_date: {
    by: [asc(deals.closeDate), asc(deals.id)],
    after: (value, id) => sql`(${deals.closeDate}, ${deals.id}) > (${asDate(value)}::date, ${id}::uuid)`,
    value: ({ closeDate }) => closeDate,
  },
  amount: {
    by: [desc(deals.amountCny), desc(deals.id)],
    after: (value, id) => sql`(${deals.amountCny}, ${deals.id}) < (${Number(value)}::float8, ${id}::uuid)`,
    value: ({ amountCny }) => amountCny,
  },
  activity: {
    by: [desc(saidAt), desc(deals.id)],
    after: (value, id) => sql`(${saidAt}, ${deals.id}) < (${asDate(value)}::timestamptz, ${id}::uuid)`,
    value: ({ lastActivityAt, createdAt }) => (lastActivityAt ?? createdAt).toISOString(),
  },
  title: {
    by: [asc(deals.title), asc(deals.id)],
    after: (value, id) => sql`(${deals.title}, ${deals.id}) > (${String(value)}, ${id}::uuid)`,
    value: ({ title }) => title,
  },
};
