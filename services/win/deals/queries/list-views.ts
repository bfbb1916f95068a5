import type { DealView } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { asc, eq, or } from 'drizzle-orm';
import { sealedViews } from '../sealed.ts';
import { views } from '../tables.ts';

/** One's own views and those that colleagues share. */
export async function listViews(kit: Kit, principal: Principal): Promise<DealView[]> {
  const rows = await kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const stored = await tx.db
      .select()
      .from(views)
      .where(or(eq(views.userId, principal.user.id), eq(views.shared, true)))
      .orderBy(asc(views.name), asc(views.id))
      .limit(200);
    return tx.open(sealedViews, stored);
  });
  return rows.map(({ id, name, search, shared, userId, byName }) => ({
    ...{ id, name, search, shared, by: byName },
    mine: userId === principal.user.id,
  }));
}
