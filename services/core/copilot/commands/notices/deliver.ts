import type { Kit } from '@tokenholic/kit';
import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Outcome } from '../../domain/notices/answers.ts';
import { MOST_ATTEMPTS, nextTry } from '../../domain/notices/timing.ts';
import type { NoticePorts, PostWebhook } from '../../ports.ts';
import { deliveries, noticeChannels } from '../../tables-notices.ts';
import { claimTurn, type Delivery, settleLost, type Turn } from './claim.ts';
import { messageForChannel, messageForPerson } from './compose-message.ts';

/** Sends everything that is due to receivers of one organisation. One process at a time does; another finds nothing to do. */
export async function deliverDue(
  kit: Kit,
  ports: NoticePorts,
  post: PostWebhook,
  organizationId: string,
): Promise<void> {
  const lock = await kit.locks.tryTake(`deliver ${organizationId}`);
  if (lock === null) return;
  try {
    await settleLost(kit, organizationId);
    for (;;) {
      const turn = await claimTurn(kit, organizationId);
      if (turn === null) return;
      await sendTurn(kit, ports, post, organizationId, turn);
    }
  } finally {
    await lock.release();
  }
}

/** Goes over all organisations that have something due: retries, ends of quiet hours, daily mails. */
export async function deliverAllDue(kit: Kit, ports: NoticePorts, post: PostWebhook): Promise<void> {
  const rows = await kit.database.withSystem(({ db }) =>
    db
      .selectDistinct({ id: deliveries.organizationId })
      .from(deliveries)
      .where(and(inArray(deliveries.status, ['waiting', 'sending']), lte(deliveries.nextAt, kit.now()))),
  );
  for (const { id } of rows) await deliverDue(kit, ports, post, id);
}

async function sendTurn(
  kit: Kit,
  ports: NoticePorts,
  post: PostWebhook,
  organizationId: string,
  { messageId, again, rows }: Turn,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { way, targetId } = first;
  if (way !== 'email') {
    const message = await messageForChannel(kit, ports, organizationId, targetId, { rows, again });
    if (message === null) return drop(kit, organizationId, rows);
    const outcome = await post(message.address, message.body, messageId);
    await settle(kit, organizationId, rows, outcome);
    return noteAnswer(kit, organizationId, targetId, outcome);
  }
  const mail = await messageForPerson(kit, ports, organizationId, targetId, rows);
  if (mail === null || ports.postMail === null) return drop(kit, organizationId, rows);
  const { kept, ...words } = mail;
  const dropped = rows.filter((row) => !kept.has(row.id));
  await drop(kit, organizationId, dropped);
  const outcome = await ports.postMail({ id: messageId, ...words }).then(
    (): Outcome => ({ kind: 'taken', text: '' }),
    (error): Outcome => ({ kind: 'later', text: String(error), retryAfterSeconds: null }),
  );
  await settle(
    kit,
    organizationId,
    rows.filter((row) => kept.has(row.id)),
    outcome,
  );
}

const idsOf = (rows: readonly Delivery[]) => rows.map(({ id }) => id);

/** Nothing may or need be said any more: read meanwhile, no longer allowed, or the receiver is gone. */
async function drop(kit: Kit, organizationId: string, rows: readonly Delivery[]): Promise<void> {
  if (rows.length === 0) return;
  await kit.database.withTenant([organizationId], (tx) =>
    tx.db
      .update(deliveries)
      .set({ status: 'dropped' })
      .where(inArray(deliveries.id, idsOf(rows))),
  );
}

async function settle(
  kit: Kit,
  organizationId: string,
  rows: readonly Delivery[],
  outcome: Outcome,
): Promise<void> {
  const now = kit.now();
  const attempts = Math.max(0, ...rows.map((row) => row.attempts)) + 1;
  const isOver = outcome.kind === 'refused' || (outcome.kind === 'later' && attempts >= MOST_ATTEMPTS);
  await kit.database.withTenant([organizationId], async (tx) => {
    const where = inArray(deliveries.id, idsOf(rows));
    if (outcome.kind === 'taken')
      return tx.db.update(deliveries).set({ status: 'sent', sentAt: now, error: null }).where(where);
    const failed = { attempts, error: outcome.text };
    if (isOver)
      return tx.db
        .update(deliveries)
        .set({ ...failed, status: 'failed' })
        .where(where);
    const nextAt = nextTry(attempts, now, outcome.kind === 'later' ? outcome.retryAfterSeconds : null);
    // Mail keeps its id: it may be written down although the answer was lost. A chat said that it has not taken it.
    const chat = rows[0]?.way === 'email' ? {} : { messageId: null };
    return tx.db
      .update(deliveries)
      .set({ ...failed, ...chat, status: 'waiting', nextAt })
      .where(where);
  });
}

/** Keeps what a chat answered last, to be seen in the settings. */
export async function noteAnswer(
  kit: Kit,
  organizationId: string,
  channelId: string,
  outcome: Outcome,
): Promise<void> {
  await kit.database.withTenant([organizationId], (tx) =>
    tx.db
      .update(noticeChannels)
      .set({ answeredAt: kit.now(), answerOk: outcome.kind === 'taken', answer: outcome.text })
      .where(eq(noticeChannels.id, channelId)),
  );
}
