import type { Kit, Principal } from '@tokenholic/kit';
import { loadSolution, loadVersion } from '../queries/solutions.ts';
import { saveVersion } from './save-version.ts';

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
    const { content, wishes, locked, diagramEdits } = await loadVersion(tx, solutionId, wanted);
    const number = await saveVersion(kit, tx, {
      ...{ solutionId, organizationId, parent: current, content, wishes, locked, diagramEdits },
      ...{ feedback: null, reason: null, points: [], answers: [], restoredFrom: wanted, by: user.name },
    });
    const change = { before: { version: current }, after: { version: number, restoredFrom: wanted } };
    await tx.audit(organizationId, { action: 'solution.restore', subject: solutionId, ...change });
  });
}
