import type { TenantTransaction } from '@tokenholic/kit';
import { and, count, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Description, TaskProposal } from '../domain/description.ts';
import { sealedTasks } from '../sealed.ts';
import { clients, tasks } from '../tables.ts';

const HOUR = 3_600_000;
export const WAITING = ['open', 'accepted'] as const;

/** Closes the tasks that an event answers, adds those it gives rise to, and counts what waits. */
export async function settleTasks(
  tx: TenantTransaction,
  organizationId: string,
  eventId: string,
  { answers, tasks: proposals }: Description,
  at: Date,
): Promise<void> {
  if (answers.length > 0) {
    await tx.db
      .update(tasks)
      .set({ status: 'done', decidedAt: at })
      .where(
        and(
          eq(tasks.organizationId, organizationId),
          inArray(tasks.key, answers),
          inArray(tasks.status, ['open', 'accepted', 'deferred']),
        ),
      );
  }
  for (const proposal of proposals) await propose(tx, organizationId, eventId, proposal, at);
  if (answers.length > 0 || proposals.length > 0) await countWaiting(tx, organizationId);
}

/** A story that was finished starts again; one that a person dismissed or put off stays so. */
async function propose(
  tx: TenantTransaction,
  organizationId: string,
  eventId: string,
  { key, rule, title, reason, outcome, action, impact, dueInHours }: TaskProposal,
  at: Date,
): Promise<void> {
  const [known] = await tx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.organizationId, organizationId), eq(tasks.key, key)));
  const content = await tx.seal(sealedTasks, organizationId, { title, reason, outcome, action, impact });
  if (known === undefined) {
    await tx.db.insert(tasks).values({
      id: uuidv7(),
      organizationId,
      key,
      rule,
      ...content,
      status: 'open',
      dueAt: dueInHours === null ? null : new Date(at.getTime() + dueInHours * HOUR),
      eventIds: [eventId],
      createdAt: at,
    });
    return;
  }
  const again = known.status === 'done';
  await tx.db
    .update(tasks)
    .set({
      ...content,
      eventIds: [...known.eventIds, eventId].slice(-20),
      ...(again
        ? {
            status: 'open' as const,
            dueAt: dueInHours === null ? null : new Date(at.getTime() + dueInHours * HOUR),
          }
        : {}),
    })
    .where(eq(tasks.id, known.id));
}

/** Brings the number on the client's row up to date. */
export async function countWaiting(tx: TenantTransaction, organizationId: string): Promise<void> {
  const [row] = await tx.db
    .select({ waiting: count() })
    .from(tasks)
    .where(and(eq(tasks.organizationId, organizationId), inArray(tasks.status, [...WAITING])));
  await tx.db
    .update(clients)
    .set({ waiting: row?.waiting ?? 0 })
    .where(eq(clients.organizationId, organizationId));
}
