import type { Kit } from '@tokenholic/kit';
import { and, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { sealedTasks } from '../sealed.ts';
import { tasks } from '../tables.ts';
import { WAITING } from './settle-tasks.ts';

/** Says of each task whose time is past that it is, once for each due date. */
export async function tellOverdue(kit: Kit): Promise<number> {
  const now = kit.now();
  const due = and(
    inArray(tasks.status, [...WAITING]),
    lte(tasks.dueAt, now),
    or(isNull(tasks.overdueTold), ne(tasks.overdueTold, tasks.dueAt)),
  );
  const late = await kit.database.withSystem(({ db }) =>
    db.selectDistinct({ id: tasks.organizationId }).from(tasks).where(due),
  );
  let told = 0;
  for (const { id } of late)
    told += await kit.database.withTenant([id], async (tx) => {
      const stored = await tx.db.select().from(tasks).where(due).for('update');
      const rows = await tx.open(sealedTasks, stored);
      for (const { id: taskId, rule, title, dueAt } of rows) {
        if (dueAt === null) continue;
        await tx.db.update(tasks).set({ overdueTold: dueAt }).where(eq(tasks.id, taskId));
        await tx.publish(id, 'task.overdue', { taskId, rule, title, dueAt: dueAt.toISOString() });
      }
      return rows.length;
    });
  return told;
}
