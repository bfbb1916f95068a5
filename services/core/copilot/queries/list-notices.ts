import type { Notice, NoticeLevel, NoticeList } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { formatCursor, parseCursor } from '@tokenholic/kit';
import { and, desc, eq, gt, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { popsUp } from '../domain/notices/timing.ts';
import { sealedNotices } from '../sealed.ts';
import { clients, people } from '../tables.ts';
import { noticeReads, notices } from '../tables-notices.ts';
import { preferencesOf } from './notice-settings.ts';

export interface NoticeFilter {
  level?: NoticeLevel | undefined;
  clientId?: string | undefined;
  unread: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** Counting stops here: nobody reads more precisely than that. */
const MOST_COUNTED = 1_000;

/** Notices a person may see: of organisations they may read, of topics their role reads, for all or for them alone. */
export function visibleTo({ user }: Principal): SQL | undefined {
  return and(
    inArray(notices.permission, [...user.permissions]),
    or(isNull(notices.personId), eq(notices.personId, user.id)),
  );
}

/**
 * The history of a person's notices, newest first, and how many are unread. Of `samples`, and with them of the vendor's own,
 * none counts as unread: they are being made, and few are left to read when they are there.
 */
export async function listNotices(
  kit: Kit,
  principal: Principal,
  filter: NoticeFilter,
  samples: readonly string[],
): Promise<NoticeList> {
  const quiet = samples.length === 0 ? [] : [principal.homeOrganizationId, ...samples];
  const after = parseCursor(filter.cursor);
  const now = kit.now();
  return kit.database.withTenant(principal.organizationIds, async (tx) => {
    const me = principal.user.id;
    const [person] = await tx.db.select().from(people).where(eq(people.userId, me));
    const preferences = await preferencesOf(tx, me);
    const isUnread = and(
      person === undefined ? undefined : gt(notices.at, person.noticesReadTo),
      quiet.length === 0 ? undefined : notInArray(notices.organizationId, quiet),
      sql`not exists (select 1 from ${noticeReads} where ${noticeReads.userId} = ${me} and ${noticeReads.noticeId} = ${notices.id})`,
    );
    const visible = visibleTo(principal);
    const rows = await tx.db
      .select({ notice: notices, name: clients.name, unread: sql<boolean>`(${isUnread ?? sql`true`})` })
      .from(notices)
      .leftJoin(clients, eq(clients.organizationId, notices.organizationId))
      .where(
        and(
          visible,
          filter.level === undefined ? undefined : eq(notices.level, filter.level),
          filter.clientId === undefined ? undefined : eq(notices.organizationId, filter.clientId),
          filter.unread ? isUnread : undefined,
          after === null
            ? undefined
            : sql`(${notices.at}, ${notices.id}) < (${new Date(Number(after.value)).toISOString()}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(filter.limit + 1);
    const shown = rows.slice(0, filter.limit);
    const opened = await tx.open(
      sealedNotices,
      shown.map(({ notice }) => notice),
    );
    const last = shown.at(-1)?.notice;
    const items: Notice[] = shown.map(({ notice, name, unread }, index) => ({
      ...{ id: notice.id, level: notice.level, kind: notice.kind },
      text: (opened[index] ?? notice).text,
      client: name === null ? null : { id: notice.organizationId, name },
      ...{ eventId: notice.eventId, at: notice.at.toISOString(), read: !unread },
      popUp: unread && popsUp(preferences, notice, now),
    }));
    return {
      items,
      nextCursor:
        rows.length > filter.limit && last !== undefined ? formatCursor(last.at.getTime(), last.id) : null,
      ...(await countUnread(tx, and(visible, isUnread))),
      room: principal.homeOrganizationId,
    };
  });
}

async function countUnread(
  tx: TenantTransaction,
  where: SQL | undefined,
): Promise<{ unread: number; unreadCritical: number }> {
  const few = tx.db
    .select({ level: notices.level })
    .from(notices)
    .where(where)
    .orderBy(desc(notices.at))
    .limit(MOST_COUNTED)
    .as('few');
  const [row] = await tx.db
    .select({
      unread: sql<number>`count(*)::int`,
      unreadCritical: sql<number>`count(*) filter (where ${few.level} = 'critical')::int`,
    })
    .from(few);
  return row ?? { unread: 0, unreadCritical: 0 };
}
