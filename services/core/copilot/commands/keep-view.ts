import type { SavedView } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, asc, eq } from 'drizzle-orm';
import { views } from '../tables.ts';

/** A person's saved views, oldest first. */
export async function listViews(kit: Kit, principal: Principal): Promise<SavedView[]> {
  const rows = await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.db
      .select()
      .from(views)
      .where(eq(views.userId, principal.user.id))
      .orderBy(asc(views.createdAt), asc(views.id)),
  );
  return rows.map(({ id, name, filter }) => ({ id, name, filter }));
}

/** Keeps a filter under a name; the same id again changes it. */
export async function keepView(
  kit: Kit,
  principal: Principal,
  { id, name, filter }: SavedView,
): Promise<void> {
  const { homeOrganizationId: organizationId, user } = principal;
  await kit.database.withTenant([organizationId], async (tx) => {
    const made = await tx.db
      .insert(views)
      .values({ id, organizationId, userId: user.id, name, filter })
      .onConflictDoNothing()
      .returning({ id: views.id });
    const own = and(eq(views.id, id), eq(views.userId, user.id));
    if (made.length === 0) await tx.db.update(views).set({ name, filter }).where(own);
  });
}

export async function removeView(kit: Kit, principal: Principal, id: string): Promise<void> {
  await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.db.delete(views).where(and(eq(views.id, id), eq(views.userId, principal.user.id))),
  );
}
