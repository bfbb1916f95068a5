import { type SaveDealView, saveDealViewSchema } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { sealedViews } from '../sealed.ts';
import { views } from '../tables.ts';

/** Keeps a filter under a name, or gives it another name or audience. Idempotent by the caller's id. */
export async function saveView(kit: Kit, principal: Principal, command: SaveDealView): Promise<void> {
  const { id, name, search, shared } = saveDealViewSchema.parse(command);
  const { homeOrganizationId: organizationId, user } = principal;
  await kit.database.withTenant([organizationId], async (tx) => {
    const [before] = await tx.db.select().from(views).where(eq(views.id, id));
    // A colleague's view is theirs to change.
    if (before !== undefined && before.userId !== user.id) throw notFound();
    const row = {
      id,
      organizationId,
      userId: user.id,
      name,
      search,
      shared,
      byName: user.name,
      at: kit.now(),
    };
    const made = await tx.db
      .insert(views)
      .values(await tx.seal(sealedViews, organizationId, row))
      .onConflictDoNothing()
      .returning({ id: views.id });
    if (made.length === 0) await tx.db.update(views).set({ name, search, shared }).where(eq(views.id, id));
    if (shared !== (before?.shared ?? false))
      await tx.audit(organizationId, { action: 'deal.share_view', subject: id, after: { name, shared } });
  });
}

export async function removeView(kit: Kit, principal: Principal, viewId: string): Promise<void> {
  await kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const gone = await tx.db
      .delete(views)
      .where(and(eq(views.id, viewId), eq(views.userId, principal.user.id)))
      .returning({ id: views.id });
    if (gone.length === 0) throw notFound();
  });
}
