import type { Kit, Principal } from '@tokenholic/kit';
import { and, desc, inArray, sql } from 'drizzle-orm';
import { visibleTo } from '../../queries/list-notices.ts';
import { noticeReads, notices } from '../../tables-notices.ts';

/** Leaves the weightiest few notices of some organisations unread for a person, and counts the others as read. */
export async function keepFewUnread(
  kit: Kit,
  principal: Principal,
  organizationIds: readonly string[],
  most: number,
): Promise<void> {
  const readable = organizationIds.filter((id) => principal.organizationIds.includes(id));
  if (readable.length === 0) return;
  await kit.database.withTenant([...new Set([principal.homeOrganizationId, ...readable])], async (tx) => {
    const others = await tx.db
      .select({ noticeId: notices.id, organizationId: notices.organizationId })
      .from(notices)
      .where(and(inArray(notices.organizationId, readable), visibleTo(principal)))
      .orderBy(
        sql`case ${notices.level} when 'critical' then 0 when 'warning' then 1 else 2 end`,
        desc(notices.at),
        desc(notices.id),
      )
      .offset(most);
    if (others.length === 0) return;
    const read = { userId: principal.user.id, readAt: kit.now() };
    await tx.db
      .insert(noticeReads)
      .values(others.map((one) => ({ ...one, ...read })))
      .onConflictDoNothing();
  });
}
