import type { ChannelTrial, NoticeChannel, SaveChannel } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { addressFault } from '../../adapters/webhook.ts';
import { channelAddressRefused, channelNeedsAddress, channelUnknown } from '../../domain/failures.ts';
import { bodyOf } from '../../domain/notices/chat.ts';
import { fold } from '../../domain/notices/words.ts';
import type { NoticePorts, PostWebhook } from '../../ports.ts';
import { deliveries, noticeChannels } from '../../tables-notices.ts';
import { channelSecret } from './compose-message.ts';
import { noteAnswer } from './deliver.ts';
import { DELIVER } from './owe.ts';

type Row = typeof noticeChannels.$inferSelect;

/** The chats an organisation's notices go to, with what is on its way and what did not arrive. */
export async function listChannels(kit: Kit, { homeOrganizationId }: Principal): Promise<NoticeChannel[]> {
  return kit.database.withTenant([homeOrganizationId], async (tx) => {
    const rows = await tx.db
      .select()
      .from(noticeChannels)
      .where(eq(noticeChannels.organizationId, homeOrganizationId))
      .orderBy(asc(noticeChannels.createdAt), asc(noticeChannels.id));
    const counted = (status: string) =>
      sql<number>`count(*) filter (where ${deliveries.status} = ${status})::int`;
    const counts = await tx.db
      .select({
        id: deliveries.targetId,
        waiting: counted('waiting'),
        failed: counted('failed'),
      })
      .from(deliveries)
      .where(
        inArray(
          deliveries.targetId,
          rows.map(({ id }) => id),
        ),
      )
      .groupBy(deliveries.targetId);
    return rows.map((row) => {
      const { waiting, failed } = counts.find(({ id }) => id === row.id) ?? { waiting: 0, failed: 0 };
      return { ...toChannel(row), waiting, failed };
    });
  });
}

function toChannel(row: Row): Omit<NoticeChannel, 'waiting' | 'failed'> {
  const { id, kind, name, language, level, kinds, detail, enabled, hint, answeredAt, answerOk, answer } = row;
  return {
    ...{ id, kind, name, language, level, kinds, detail, enabled, hint },
    answer:
      answeredAt === null
        ? null
        : { at: answeredAt.toISOString(), ok: answerOk === true, text: answer ?? '' },
  };
}

/** Connects a chat, or changes one. The address is checked, kept with the secrets and never shown again. */
export async function saveChannel(
  kit: Kit,
  ports: NoticePorts,
  { homeOrganizationId: organizationId, user }: Principal,
  id: string,
  { address, ...fields }: SaveChannel,
): Promise<void> {
  const [known] = await kit.database.withTenant([organizationId], (tx) =>
    tx.db.select().from(noticeChannels).where(eq(noticeChannels.id, id)),
  );
  if (address === null && known === undefined) throw channelNeedsAddress();
  if (address !== null) {
    const fault = await addressFault(address, ports.allowedPrivateHosts);
    if (fault !== null) throw channelAddressRefused(fault);
    await kit.secrets.set(organizationId, channelSecret(id), address);
  }
  const hint = address === null ? (known?.hint ?? '') : hintOf(address);
  // Another address has answered nothing yet.
  const answered = address === null ? {} : { answeredAt: null, answerOk: null, answer: null };
  await kit.database.withTenant([organizationId], async (tx) => {
    const made = await tx.db
      .insert(noticeChannels)
      .values({ ...fields, id, organizationId, hint, createdBy: user.id, createdAt: kit.now() })
      .onConflictDoNothing()
      .returning({ id: noticeChannels.id });
    if (made.length === 0)
      await tx.db
        .update(noticeChannels)
        .set({ ...fields, hint, ...answered })
        .where(eq(noticeChannels.id, id));
    await tx.audit(organizationId, {
      action: 'notices.channel_saved',
      subject: id,
      before: known === undefined ? null : { ...toChannel(known), answer: null },
      after: { ...fields, hint },
    });
  });
}

const hintOf = (address: string): string => `${new URL(address).host}/…${address.slice(-4)}`;

export async function removeChannel(
  kit: Kit,
  { homeOrganizationId: organizationId }: Principal,
  id: string,
): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db.delete(noticeChannels).where(eq(noticeChannels.id, id)).returning();
    if (row === undefined) throw channelUnknown();
    await tx.db.delete(deliveries).where(eq(deliveries.targetId, id));
    await tx.audit(organizationId, {
      action: 'notices.channel_removed',
      subject: id,
      before: { name: row.name, kind: row.kind },
    });
  });
  await kit.secrets.remove(organizationId, channelSecret(id));
}

/** Sends a message that says it is a test, and tells what the other side really answered. */
export async function tryChannel(
  kit: Kit,
  ports: NoticePorts,
  post: PostWebhook,
  { homeOrganizationId: organizationId, user }: Principal,
  id: string,
): Promise<ChannelTrial> {
  const [row] = await kit.database.withTenant([organizationId], (tx) =>
    tx.db.select().from(noticeChannels).where(eq(noticeChannels.id, id)),
  );
  const address = await kit.secrets.get(organizationId, channelSecret(id));
  if (row === undefined || address === null) throw channelUnknown();
  const text = {
    zh: `测试消息，由${user.name.zh}发出。收到即表示渠道可用。`,
    en: `Test by ${user.name.en}. If you can read this, the channel works.`,
  };
  const link = `${ports.address}/copilot`;
  const message = fold(row.language, [{ level: 'info', kind: 'other', client: null, text, link }], link);
  const started = performance.now();
  const outcome = await post(address, bodyOf[row.kind](message), uuidv7());
  await noteAnswer(kit, organizationId, id, outcome);
  return {
    ok: outcome.kind === 'taken',
    text: outcome.text,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Sends again what did not arrive. */
export async function resendChannel(
  kit: Kit,
  { homeOrganizationId: organizationId }: Principal,
  id: string,
): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const rows = await tx.db
      .update(deliveries)
      .set({ status: 'waiting', attempts: 0, messageId: null, nextAt: kit.now(), error: null })
      .where(and(eq(deliveries.targetId, id), eq(deliveries.status, 'failed')))
      .returning({ id: deliveries.id });
    if (rows.length === 0) return;
    await tx.audit(organizationId, {
      action: 'notices.channel_resent',
      subject: id,
      after: { notices: rows.length },
    });
    await tx.requestJob(organizationId, DELIVER, {});
  });
}
