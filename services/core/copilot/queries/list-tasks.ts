import type { WorkTask } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, asc, eq, inArray, lte, or, sql } from 'drizzle-orm';
import { WAITING } from '../commands/settle-tasks.ts';
import type { Weights } from '../domain/learner.ts';
import { featuresOf, groundsOf, scoreOf } from '../domain/rank.ts';
import { sealedTasks } from '../sealed.ts';
import { clients, people, tasks } from '../tables.ts';

/** Ranked are at most so many, those due first: nobody looks further down in a day. */
const CANDIDATES = 500;

/** What waits for this person, best first; of one client or of all assigned. */
export async function listTasks(
  kit: Kit,
  principal: Principal,
  query: { clientId?: string | undefined; limit: number },
): Promise<WorkTask[]> {
  const now = kit.now();
  return kit.database.withTenant(principal.organizationIds, async (tx) => {
    const [person] = await tx.db.select().from(people).where(eq(people.userId, principal.user.id));
    const weights: Weights = person?.weights ?? {};
    const rows = await tx.db
      .select({ task: tasks, name: clients.name, health: clients.health })
      .from(tasks)
      .innerJoin(clients, eq(clients.organizationId, tasks.organizationId))
      .where(
        and(
          query.clientId === undefined ? undefined : eq(tasks.organizationId, query.clientId),
          or(
            inArray(tasks.status, [...WAITING]),
            and(eq(tasks.status, 'deferred'), lte(tasks.deferredUntil, now)),
          ),
        ),
      )
      .orderBy(sql`${tasks.dueAt} asc nulls last`, asc(tasks.id))
      .limit(CANDIDATES);
    // What a task says counts for nothing in its rank: only what is shown is opened.
    const best = rows
      .map(({ task, name, health }) => ({ task, work: toWorkTask(task, name, health, weights, now) }))
      .sort((a, b) => b.work.score - a.work.score || a.work.id.localeCompare(b.work.id))
      .slice(0, query.limit);
    const opened = await tx.open(
      sealedTasks,
      best.map(({ task }) => task),
    );
    return best.map(({ work, task }, index) => {
      const { title, reason, outcome } = opened[index] ?? task;
      return { ...work, title, reason, outcome };
    });
  });
}

export function toWorkTask(
  task: typeof tasks.$inferSelect,
  clientName: string,
  health: number,
  weights: Weights,
  now: Date,
): WorkTask {
  const features = featuresOf({ ...task, health }, now);
  return {
    id: task.id,
    clientId: task.organizationId,
    clientName,
    rule: task.rule,
    title: task.title,
    reason: task.reason,
    outcome: task.outcome,
    action: task.action,
    status: task.status,
    dueAt: task.dueAt?.toISOString() ?? null,
    deferredUntil: task.deferredUntil?.toISOString() ?? null,
    eventIds: task.eventIds,
    score: scoreOf(weights, features),
    because: groundsOf(weights, features),
    createdAt: task.createdAt.toISOString(),
  };
}
