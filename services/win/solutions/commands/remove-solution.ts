import type { Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { loadSolution } from '../queries/solutions.ts';
import { solutions } from '../tables.ts';

/** Deletes a solution with all its versions. */
export async function removeSolution(
  kit: Kit,
  organizationIds: readonly string[],
  id: string,
): Promise<void> {
  await kit.database.withTenant(organizationIds, async (tx) => {
    const { organizationId, title } = await loadSolution(tx, id);
    await tx.db.delete(solutions).where(eq(solutions.id, id));
    await tx.audit(organizationId, { action: 'solution.remove', subject: id, before: { title } });
  });
}
