import type { RefineSolution } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import { nothingToAnswer } from '../domain/failures.ts';
import { namedThings } from '../domain/refine/names.ts';
import { loadSolution, loadVersion } from '../queries/solutions.ts';
import { readFeedbackTask } from '../tasks/read-feedback.ts';
import { startRun } from './start-run.ts';

const task = readFeedbackTask(namedThings(reference));

/** The points a text makes, for the person to look over before anything is run. */
export async function readPoints(llm: Llm, organizationId: string, feedback: string) {
  const { output, engine } = await llm.run(task, { feedback }, { organizationId });
  return { points: output.points, engine };
}

/** Has the agents make the next version: it answers each kept point, keeps all earlier wishes, and leaves locked parts as they were. */
export async function refineSolution(
  kit: Kit,
  { homeOrganizationId: vendorId, user }: Pick<Principal, 'homeOrganizationId' | 'user'>,
  organizationIds: readonly string[],
  solutionId: string,
  { feedback, from, points: shown, locked }: RefineSolution,
): Promise<void> {
  const points = task.accept?.({ points: shown }, { feedback }).points ?? [];
  if (points.length === 0) throw nothingToAnswer();
  await kit.database.withTenant(organizationIds, async (tx) => {
    const { organizationId } = await loadSolution(tx, solutionId);
    await loadVersion(tx, solutionId, from);
    const request = { kind: 'refine' as const, from, feedback, points, locked };
    await startRun(kit, tx, { solutionId, organizationId, vendorId, request, by: user.name });
  });
}
