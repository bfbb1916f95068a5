import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { completed, USUAL_PREFERENCES } from '../../domain/notices/preferences.ts';
import { mailTime } from '../../domain/notices/timing.ts';
import type { NoticePorts, Reader } from '../../ports.ts';
import { deliveries, noticeChannels, noticeSettings, notices } from '../../tables-notices.ts';

export const DELIVER = 'copilot.deliver';

type Notice = typeof notices.$inferSelect;
type Delivery = typeof deliveries.$inferInsert;

const RANK = { critical: 0, warning: 1, info: 2 } as const;

/**
 * Writes down to whom an organisation's notices are owed outside of the screen: by mail to who wants it so, and to the chats
 * of the same organisations. Done again it adds nothing.
 */
export async function oweNotices(
  kit: Kit,
  ports: NoticePorts,
  organizationId: string,
  noticeIds: readonly string[],
): Promise<void> {
  const noted = await kit.database.withTenant([organizationId], (tx) =>
    tx.db
      .select()
      .from(notices)
      .where(inArray(notices.id, [...noticeIds]))
      .orderBy(asc(notices.at), asc(notices.id)),
  );
  if (noted.length === 0) return;
  const readers = await ports.readersOf(organizationId);
  for (const [home, people] of Map.groupBy(readers, ({ homeOrganizationId }) => homeOrganizationId))
    await kit.database.withTenant([home], async (tx) => {
      const owed: Delivery[] = [];
      for (const notice of noted) {
        const allowed = people.filter(({ permissions }) => permissions.includes(notice.permission));
        if (allowed.length === 0) continue;
        if (ports.postMail !== null) owed.push(...(await byMail(tx, notice, allowed, kit.now())));
        owed.push(...(await toChannels(tx, notice, home, kit.now())));
      }
      if (owed.length === 0) return;
      const made = await tx.db.insert(deliveries).values(owed).onConflictDoNothing().returning();
      if (made.some(({ nextAt }) => nextAt <= kit.now())) await tx.requestJob(home, DELIVER, {});
    });
}

const delivery = (
  notice: Notice,
  home: string,
  rest: Pick<Delivery, 'way' | 'targetId' | 'nextAt'>,
  now: Date,
): Delivery => ({
  ...{ id: uuidv7(), organizationId: home, noticeId: notice.id, clientId: notice.organizationId },
  ...{ status: 'waiting', createdAt: now, ...rest },
});

async function byMail(
  tx: TenantTransaction,
  notice: Notice,
  readers: readonly Reader[],
  now: Date,
): Promise<Delivery[]> {
  const meant = readers.filter(
    ({ userId, mailAddress }) =>
      mailAddress !== null && (notice.personId === null || notice.personId === userId),
  );
  if (meant.length === 0) return [];
  const rows = await tx.db
    .select()
    .from(noticeSettings)
    .where(
      inArray(
        noticeSettings.userId,
        meant.map(({ userId }) => userId),
      ),
    );
  const chosen = new Map(rows.map(({ userId, settings }) => [userId, completed(settings)]));
  return meant.flatMap(({ userId, homeOrganizationId }) => {
    const nextAt = mailTime(chosen.get(userId) ?? USUAL_PREFERENCES, notice, now);
    return nextAt === null
      ? []
      : [delivery(notice, homeOrganizationId, { way: 'email', targetId: userId, nextAt }, now)];
  });
}

/** What is meant for one person stays with that person. */
async function toChannels(
  tx: TenantTransaction,
  notice: Notice,
  home: string,
  now: Date,
): Promise<Delivery[]> {
  if (notice.personId !== null) return [];
  const channels = await tx.db
    .select()
    .from(noticeChannels)
    .where(and(eq(noticeChannels.organizationId, home), eq(noticeChannels.enabled, true)));
  return channels
    .filter(({ level, kinds }) => RANK[notice.level] <= RANK[level] && kinds.includes(notice.kind))
    .map(({ id, kind }) => delivery(notice, home, { way: kind, targetId: id, nextAt: now }, now));
}
