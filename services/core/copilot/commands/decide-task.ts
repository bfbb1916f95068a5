import type { TaskDecision, WorkTask } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { deferredIntoPast } from '../domain/failures.ts';
import { removeHeat } from '../domain/heat.ts';
import { learn } from '../domain/learner.ts';
import { featuresOf, PRIOR, TARGETS } from '../domain/rank.ts';
import { toWorkTask } from '../queries/list-tasks.ts';
import { sealedTasks } from '../sealed.ts';
import { clients, people, tasks, timeline } from '../tables.ts';
import { countWaiting } from './settle-tasks.ts';
import { visit } from './visit.ts';

type Task = typeof tasks.$inferSelect;

/** A person's word on a task. It also teaches the ranking what this person takes on. */
export async function decideTask(
  kit: Kit,
  principal: Principal,
  clientId: string,
  taskId: string,
  decision: TaskDecision,
): Promise<WorkTask> {
  const now = kit.now();
  if (decision.decision === 'defer' && new Date(decision.until) <= now) throw deferredIntoPast();
  await visit(kit, principal);
  return kit.database.withTenant([clientId, principal.homeOrganizationId], async (tx) => {
    const rows = await tx.db
      .select()
      .from(tasks)
      .where(and(eq(tasks.organizationId, clientId), eq(tasks.id, taskId)))
      .for('update');
    const [before] = await tx.open(sealedTasks, rows);
    const [client] = await tx.db
      .select()
      .from(clients)
      .where(eq(clients.organizationId, clientId))
      .for('update');
    if (before === undefined || client === undefined) throw notFound();
    const changes = { ...changesOf(decision), decidedBy: principal.user.id, decidedAt: now };
    await tx.db
      .update(tasks)
      .set(await tx.seal(sealedTasks, clientId, changes))
      .where(eq(tasks.id, taskId));
    const after: Task = { ...before, ...changes };
    await teach(tx, principal, before, client.health, decision, now);
    await countWaiting(tx, clientId);
    if (after.status === 'done' || after.status === 'dismissed')
      await cool(tx, clientId, client.heat, before);
    const feedback = decision.decision === 'dismiss' && decision.feedback !== '' ? decision.feedback : null;
    const { rule, title, status } = after;
    const dueAt = after.dueAt?.toISOString() ?? null;
    await tx.publish(clientId, 'task.decided', { taskId, rule, title, status, feedback, dueAt });
    await tx.audit(clientId, {
      action: `task.${decision.decision}`,
      subject: taskId,
      // Not what it says: nothing can be taken out of the trail again.
      before: { status: before.status },
      after: { status },
    });
    const [person] = await tx.db.select().from(people).where(eq(people.userId, principal.user.id));
    return toWorkTask(after, client.name, client.health, person?.weights ?? {}, now);
  });
}

function changesOf(decision: TaskDecision): Partial<Task> {
  switch (decision.decision) {
    case 'accept':
      return { status: 'accepted', deferredUntil: null };
    case 'modify':
      return {
        status: 'accepted',
        deferredUntil: null,
        title: { zh: decision.title, en: decision.title },
        dueAt: decision.dueAt === null ? null : new Date(decision.dueAt),
      };
    case 'defer':
      return { status: 'deferred', deferredUntil: new Date(decision.until) };
    case 'dismiss':
      return { status: 'dismissed', feedback: decision.feedback };
    case 'finish':
      return { status: 'done' };
    case 'reopen':
      return { status: 'open', deferredUntil: null };
  }
}

async function teach(
  tx: TenantTransaction,
  principal: Principal,
  task: Task,
  health: number,
  { decision }: TaskDecision,
  now: Date,
): Promise<void> {
  const target = TARGETS[decision];
  // A task already taken on teaches nothing new when it is finished.
  if (target === null || (decision === 'finish' && task.status === 'accepted')) return;
  const [person] = await tx.db
    .select()
    .from(people)
    .where(eq(people.userId, principal.user.id))
    .for('update');
  if (person === undefined) return;
  const features = featuresOf({ ...task, health }, now);
  const weights = learn({ ...PRIOR, ...person.weights }, PRIOR, features, target, person.decisions);
  await tx.db
    .update(people)
    .set({ weights, decisions: person.decisions + 1 })
    .where(eq(people.userId, principal.user.id));
}

/** What was answered asks for no attention any more: the client sinks in the list. */
async function cool(tx: TenantTransaction, clientId: string, heat: number, task: Task): Promise<void> {
  const eventId = task.eventIds.at(-1);
  if (eventId === undefined) return;
  const [entry] = await tx.db.select().from(timeline).where(eq(timeline.id, eventId));
  if (entry === undefined) return;
  await tx.db
    .update(clients)
    .set({ heat: removeHeat(heat, entry.weight, entry.occurredAt) })
    .where(eq(clients.organizationId, clientId));
}
