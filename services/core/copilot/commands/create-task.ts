import type { CreateTask, WorkTask } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { taskIdTaken } from '../domain/failures.ts';
import { toWorkTask } from '../queries/list-tasks.ts';
import { sealedTasks } from '../sealed.ts';
import { clients, tasks } from '../tables.ts';
import { countWaiting } from './settle-tasks.ts';

const ESCALATION_HOURS = 4;

/** A task or an escalation that a person sets. Idempotent by the caller's id. */
export async function createTask(
  kit: Kit,
  principal: Principal,
  clientId: string,
  { id, title, dueAt, escalation, reason }: CreateTask,
): Promise<WorkTask> {
  const now = kit.now();
  return kit.database.withTenant([clientId], async (tx) => {
    const [client] = await tx.db.select().from(clients).where(eq(clients.organizationId, clientId));
    if (client === undefined) throw notFound();
    const bothLanguages = { zh: title, en: title };
    const escalationDue = new Date(now.getTime() + ESCALATION_HOURS * 3_600_000);
    const row: typeof tasks.$inferSelect = {
      id,
      organizationId: clientId,
      key: `manual.${id}`,
      rule: escalation ? 'escalation' : 'manual',
      title: bothLanguages,
      reason: reason === '' ? { zh: '您添加的任务', en: 'Added by you' } : { zh: reason, en: reason },
      outcome: null,
      action: 'open_client',
      status: 'open',
      impact: client.opportunity ?? 0,
      dueAt: dueAt === null ? (escalation ? escalationDue : null) : new Date(dueAt),
      deferredUntil: null,
      eventIds: [],
      feedback: null,
      decidedBy: null,
      decidedAt: null,
      overdueTold: null,
      createdAt: now,
    };
    const stored = await tx.seal(sealedTasks, clientId, row);
    const inserted = await tx.db.insert(tasks).values(stored).onConflictDoNothing().returning();
    if (inserted.length === 0) {
      const rows = await tx.db.select().from(tasks).where(eq(tasks.id, id));
      const [known] = await tx.open(sealedTasks, rows);
      if (known === undefined || known.organizationId !== clientId) throw taskIdTaken();
      return toWorkTask(known, client.name, client.health, {}, now);
    }
    await countWaiting(tx, clientId);
    await tx.publish(clientId, 'task.created', { taskId: id, title: bothLanguages, escalation, reason });
    await tx.audit(clientId, {
      action: escalation ? 'task.escalate' : 'task.create',
      subject: id,
      // Not what it says: nothing can be taken out of the trail again.
      after: { by: principal.user.id },
    });
    return toWorkTask(row, client.name, client.health, {}, now);
  });
}
