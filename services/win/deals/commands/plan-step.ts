import type { AddDealTask } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { headlines } from '../domain/headline.ts';
import { lockDeal, withClients } from '../queries/deal-access.ts';
import { sealedTasks } from '../sealed.ts';
import { tasks } from '../tables.ts';
import { refreshDeal } from './refresh-deal.ts';

/** A next step of a deal. Idempotent by the caller's id. */
export async function planStep(
  kit: Kit,
  principal: Principal,
  dealId: string,
  { id, title, dueOn }: AddDealTask,
): Promise<void> {
  await withClients(kit, principal, async (tx) => {
    const { organizationId } = await lockDeal(tx, dealId);
    const step = { id, organizationId, dealId, title, dueOn, createdAt: kit.now() };
    const added = await tx.db
      .insert(tasks)
      .values(await tx.seal(sealedTasks, organizationId, step))
      .onConflictDoNothing()
      .returning({ id: tasks.id });
    if (added.length === 0) return;
    await refreshDeal(tx, dealId);
    const headline = headlines.taskAdded(title);
    await tx.publish(organizationId, 'deal.task_added', { headline, dealId, taskId: id, title, dueOn });
  });
}

/** Ticks a step off, or takes the tick back. */
export async function tickStep(
  kit: Kit,
  principal: Principal,
  { dealId, taskId }: { dealId: string; taskId: string },
  done: boolean,
): Promise<void> {
  await withClients(kit, principal, async (tx) => {
    const { organizationId } = await lockDeal(tx, dealId);
    const which = and(eq(tasks.dealId, dealId), eq(tasks.id, taskId));
    const [task] = await tx.open(sealedTasks, await tx.db.select().from(tasks).where(which));
    if (task === undefined) throw notFound();
    if ((task.doneAt !== null) === done) return;
    await tx.db
      .update(tasks)
      .set({ doneAt: done ? kit.now() : null })
      .where(which);
    await refreshDeal(tx, dealId);
    const headline = headlines.taskDone(task.title);
    if (done)
      await tx.publish(organizationId, 'deal.task_done', { headline, dealId, taskId, title: task.title });
  });
}
