import type { Reaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { keep } from '../commands/keep.ts';
import { next } from '../domain/request-state.ts';
import { settingsIn } from '../queries/settings.ts';
import { sealedRequests } from '../sealed.ts';
import { requests } from '../tables.ts';

export const OPEN_QUEUE = 'approvals.open';

/** A reply for colleagues was proposed: somebody has to look at it. In a job, since finding who takes a look beyond this transaction. */
export const onReplyProposed: Reaction<'objection.reply_proposed'> = async (
  tx,
  { organizationId, payload: { by, ...reply } },
) => {
  await tx.requestJob(organizationId, OPEN_QUEUE, { ...reply, by: by.id });
};

/** It was decided in the library itself: nobody waits for it any more. */
export const onReplyDecided: Reaction<'objection.reply_decided'> = async (tx, event) => {
  const { replyId, status, reason, by } = event.payload;
  const stored = await tx.db
    .select()
    .from(requests)
    .where(and(eq(requests.subjectId, replyId), inArray(requests.status, ['waiting', 'changes'])))
    .for('update');
  const [row] = await tx.open(sealedRequests, stored);
  if (row === undefined) return;
  const now = new Date(event.occurredAt);
  const clock = { now, ...(await settingsIn(tx, event.organizationId)) };
  const after = next(row, { kind: 'settle', approved: status === 'approved', by }, clock);
  if (after !== null) await keep(tx, row, after, { by, onBehalfOf: null, comment: reason }, now);
};
