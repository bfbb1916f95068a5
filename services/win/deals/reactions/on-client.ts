import type { Reaction } from '@tokenholic/kit';
import { eq, sql } from 'drizzle-orm';
import { searchTextOf } from '../domain/deal.ts';
import { accounts, deals } from '../tables.ts';

/** Remembers what a client is called; deals made before that are then found by it too. */
export const onClient: Reaction<'client.created' | 'client.renamed'> = async (tx, event) => {
  const { organizationId } = event;
  const { name } = event.payload.client;
  await tx.db
    .insert(accounts)
    .values({ organizationId, name })
    .onConflictDoUpdate({ target: accounts.organizationId, set: { name: sql`excluded.name` } });
  const rows = await tx.db.select().from(deals).where(eq(deals.organizationId, organizationId));
  for (const row of rows)
    await tx.db
      .update(deals)
      .set({ searchText: searchTextOf(row, name) })
      .where(eq(deals.id, row.id));
};
