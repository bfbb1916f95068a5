import type { Notice } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { desc, eq, sql } from 'drizzle-orm';
import { formatCursor, parseCursor } from '../domain/cursor.ts';
import { clients, notices, people } from '../tables.ts';

/** The history of notifications, newest first. */
export async function listNotices(
  kit: Kit,
  principal: Principal,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: Notice[]; nextCursor: string | null }> {
  const after = parseCursor(page.cursor);
  return kit.database.withTenant(principal.organizationIds, async (tx) => {
    const [person] = await tx.db.select().from(people).where(eq(people.userId, principal.user.id));
    const rows = await tx.db
      .select({ notice: notices, name: clients.name })
      .from(notices)
      .innerJoin(clients, eq(clients.organizationId, notices.organizationId))
      .where(
        after === null
          ? undefined
          : sql`(${notices.at}, ${notices.id}) < (${new Date(Number(after.value)).toISOString()}::timestamptz, ${after.id}::uuid)`,
      )
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1)?.notice;
    return {
      items: shown.map(({ notice, name }) => ({
        id: notice.id,
        clientId: notice.organizationId,
        clientName: name,
        level: notice.level,
        text: notice.text,
        eventId: notice.eventId,
        at: notice.at.toISOString(),
        read: person !== undefined && notice.at <= person.noticesReadTo,
      })),
      nextCursor:
        rows.length > page.limit && last !== undefined ? formatCursor(last.at.getTime(), last.id) : null,
    };
  });
}
