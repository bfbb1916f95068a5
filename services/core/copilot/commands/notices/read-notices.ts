import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { visibleTo } from '../../queries/list-notices.ts';
import { people } from '../../tables.ts';
import { noticeReads, notices } from '../../tables-notices.ts';
import { visit } from '../visit.ts';

/** Everything up to now counts as read. */
export async function readAllNotices(kit: Kit, principal: Principal): Promise<void> {
  await visit(kit, principal);
  await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.db.update(people).set({ noticesReadTo: kit.now() }).where(eq(people.userId, principal.user.id)),
  );
}

/** These count as read; ids the person may not see are passed over. */
export async function readNotices(kit: Kit, principal: Principal, ids: readonly string[]): Promise<void> {
  await kit.database.withTenant(principal.organizationIds, async (tx) => {
    const found = await tx.db
      .select({ noticeId: notices.id, organizationId: notices.organizationId })
      .from(notices)
      .where(and(inArray(notices.id, [...ids]), visibleTo(principal)));
    if (found.length === 0) return;
    const readAt = kit.now();
    const rows = found.map((one) => ({ ...one, userId: principal.user.id, readAt }));
    await tx.db.insert(noticeReads).values(rows).onConflictDoNothing();
  });
}
