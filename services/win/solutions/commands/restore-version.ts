import type { Kit, Principal } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { loadSolution, loadVersion } from '../queries/solutions.ts';
import { solutions, versions } from '../tables.ts';

/** Brings an earlier version back as the newest one; nothing that came after it is lost. */
export async function restoreVersion(
  kit: Kit,
  { user }: Pick<Principal, 'user'>,
  organizationIds: readonly string[],
  solutionId: string,
  wanted: number,
): Promise<void> {
  await kit.database.withTenant(organizationIds, async (tx) => {
    const { organizationId, current } = await loadSolution(tx, solutionId);
    await tx.db.select().from(solutions).where(eq(solutions.id, solutionId)).for('update');
    const { content, wishes, locked } = await loadVersion(tx, solutionId, wanted);
    const [last] = await tx.db
      .select({ number: versions.number })
      .from(versions)
      .where(eq(versions.solutionId, solutionId))
      .orderBy(desc(versions.number))
      .limit(1);
    const number = (last?.number ?? 0) + 1;
    await tx.db.insert(versions).values({
      ...{ solutionId, number, organizationId, parent: current, content, wishes, locked, feedback: null },
      ...{ points: [], answers: [], restoredFrom: wanted, by: user.name, at: kit.now() },
    });
    await tx.db.update(solutions).set({ current: number }).where(eq(solutions.id, solutionId));
    const change = { before: { version: current }, after: { version: number, restoredFrom: wanted } };
    await tx.audit(organizationId, { action: 'solution.restore', subject: solutionId, ...change });
  });
}
