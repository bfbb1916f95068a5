import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, asc, eq, inArray, isNull, lt, lte, max } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { nextTurn } from '../../domain/notices/timing.ts';
import { deliveries } from '../../tables-notices.ts';

export type Delivery = typeof deliveries.$inferSelect;

/** A message takes seconds: what is being sent for longer belonged to a process that died. */
const LOST_MILLISECONDS = 120_000;
const MOST_TOGETHER = 200;

/** What leaves as one message. */
export interface Turn {
  messageId: string;
  /** It may have left before, with a process that died. */
  again: boolean;
  rows: Delivery[];
}

/** Takes everything that is due to one receiver and marks it as being sent, before anything leaves. Null: nothing is due. */
export async function claimTurn(kit: Kit, organizationId: string): Promise<Turn | null> {
  for (;;) {
    const turn = await kit.database.withTenant([organizationId], (tx) => claimOne(kit, tx));
    if (turn !== 'later') return turn;
  }
}

async function claimOne(kit: Kit, tx: TenantTransaction): Promise<Turn | null | 'later'> {
  const now = kit.now();
  const due = and(eq(deliveries.status, 'waiting'), lte(deliveries.nextAt, now));
  const [first] = await tx.db
    .select()
    .from(deliveries)
    .where(due)
    .orderBy(asc(deliveries.nextAt), asc(deliveries.id))
    .limit(1);
  if (first === undefined) return null;
  const { way, targetId } = first;
  const toTarget = and(eq(deliveries.way, way), eq(deliveries.targetId, targetId));
  const [last] = await tx.db
    .select({ at: max(deliveries.sentAt) })
    .from(deliveries)
    .where(toTarget);
  const turn = nextTurn(way, last?.at ?? null, now);
  if (turn > now) {
    await tx.db.update(deliveries).set({ nextAt: turn }).where(and(due, toTarget));
    return 'later';
  }
  // What may have arrived already leaves again under its own id, alone: outbox and chat know it by that.
  const alike =
    first.messageId === null ? isNull(deliveries.messageId) : eq(deliveries.messageId, first.messageId);
  const rows = await tx.db
    .select()
    .from(deliveries)
    .where(and(due, toTarget, alike))
    .orderBy(asc(deliveries.id))
    .limit(MOST_TOGETHER)
    .for('update');
  const messageId = first.messageId ?? uuidv7();
  const ids = rows.map(({ id }) => id);
  await tx.db
    .update(deliveries)
    .set({ status: 'sending', messageId, claimedAt: now })
    .where(inArray(deliveries.id, ids));
  return { messageId, again: first.messageId !== null, rows };
}

/**
 * What a process that died was sending leaves again under the same id. The outbox writes a mail down once; a chat gets the
 * id as the key of the request and, since not every chat looks at it, words that say that it may be a repeat. So it ends
 * sent, or failed with a button, and is never left in doubt.
 */
export async function settleLost(kit: Kit, organizationId: string): Promise<void> {
  const lost = and(
    eq(deliveries.status, 'sending'),
    lt(deliveries.claimedAt, new Date(kit.now().getTime() - LOST_MILLISECONDS)),
  );
  await kit.database.withTenant([organizationId], (tx) =>
    tx.db.update(deliveries).set({ status: 'waiting' }).where(lost),
  );
}
