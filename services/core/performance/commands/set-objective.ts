import type { SetObjective } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, eq, isNull } from 'drizzle-orm';
import { refused } from '../domain/failures.ts';
import type { PerformancePorts } from '../ports.ts';
import { sealedObjectives } from '../sealed.ts';
import { objectives } from '../tables.ts';

const isManager = ({ user }: Principal) => user.permissions.includes('performance.team');

/** Sets an objective for oneself, or as a manager for anybody of the team. Idempotent by the caller's id. */
export async function setObjective(
  kit: Kit,
  ports: PerformancePorts,
  principal: Principal,
  { id, userId, metric, target, from, until, note }: SetObjective,
): Promise<void> {
  const { user, homeOrganizationId: home } = principal;
  if (userId !== user.id && !isManager(principal)) throw refused('only_own');
  if ((await ports.people(home)).every((one) => one.id !== userId)) throw notFound();
  await kit.database.withTenant([home], async (tx) => {
    const row = await tx.seal(sealedObjectives, home, {
      ...{ id, organizationId: home, userId, metric, target, fromDay: from, untilDay: until, note },
      ...{ setBy: user.id, setByName: user.name, createdAt: kit.now() },
    });
    const [made] = await tx.db
      .insert(objectives)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: objectives.id });
    if (made === undefined) {
      const [known] = await tx.db.select().from(objectives).where(eq(objectives.id, id));
      if (known?.setBy !== user.id) throw refused('id_taken');
      return;
    }
    await tx.audit(home, {
      ...{ action: 'performance.set_objective', subject: userId },
      after: { metric, target, from, until },
    });
  });
}

/** Takes an objective away: a manager any, a person those they set themselves. */
export async function endObjective(kit: Kit, principal: Principal, id: string): Promise<void> {
  const { user, homeOrganizationId: home } = principal;
  await kit.database.withTenant([home], async (tx) => {
    const [row] = await tx.db
      .select()
      .from(objectives)
      .where(and(eq(objectives.id, id), isNull(objectives.endedAt)))
      .for('update');
    if (row === undefined || (row.userId !== user.id && !isManager(principal))) throw notFound();
    if (row.setBy !== user.id && !isManager(principal)) throw refused('set_by_manager');
    await tx.db.update(objectives).set({ endedAt: kit.now() }).where(eq(objectives.id, id));
    const { metric, target } = row;
    await tx.audit(home, {
      ...{ action: 'performance.end_objective', subject: row.userId, before: { metric, target } },
    });
  });
}
