import { forgetThread } from '@tokenholic/agents';
import type { SolutionRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { cannotResume, runOver } from '../domain/failures.ts';
import { restartedStages, stoppedStages } from '../domain/run/run.ts';
import { loadLastRun, loadSolution } from '../queries/solutions.ts';
import { runs } from '../tables.ts';
import { RUN_QUEUE } from './start-run.ts';

export const threadOf = (runId: string) => `solutions/${runId}`;

/** Ends a run early: cancelled by a person, or failed. What it had found stays for a run that goes on. */
export async function endRun(
  kit: Kit,
  organizationId: string,
  runId: string,
  status: 'failed' | 'cancelled',
  error: SolutionRun['error'],
): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [run] = await tx.db
      .select()
      .from(runs)
      .where(and(eq(runs.id, runId), inArray(runs.status, ['queued', 'working'])))
      .for('update');
    if (run === undefined) throw runOver();
    const { solutionId, version } = run;
    const stages = stoppedStages(run.stages);
    await tx.db.update(runs).set({ status, stages, error, finishedAt: kit.now() }).where(eq(runs.id, runId));
    await tx.publish(organizationId, 'solution.progressed', { runId, solutionId, status, stages, version });
  });
}

/** Cancels the run of a solution that is under way. */
export async function cancelRun(
  kit: Kit,
  organizationIds: readonly string[],
  solutionId: string,
): Promise<void> {
  const { organizationId, run } = await kit.database.withTenant(organizationIds, async (tx) => ({
    organizationId: (await loadSolution(tx, solutionId)).organizationId,
    run: await loadLastRun(tx, solutionId),
  }));
  if (run === undefined) throw runOver();
  await endRun(kit, organizationId, run.id, 'cancelled', null);
}

/** Takes a run up again that failed or was cancelled; what was looked up is not asked again. */
export async function resumeRun(
  kit: Kit,
  organizationIds: readonly string[],
  solutionId: string,
): Promise<void> {
  const stopped = await kit.database.withTenant(organizationIds, async (tx) => {
    const { organizationId } = await loadSolution(tx, solutionId);
    const run = await loadLastRun(tx, solutionId);
    if (run === undefined || (run.status !== 'failed' && run.status !== 'cancelled')) throw cannotResume();
    return { organizationId, run };
  });
  const { organizationId, run } = stopped;
  // Its steps begin anew; each sees for itself what is done.
  await forgetThread(kit.database, organizationId, threadOf(run.id));
  await kit.database.withTenant([organizationId], async (tx) => {
    const stages = restartedStages(run.stages);
    const next = { status: 'queued' as const, stages, error: null, finishedAt: null };
    await tx.db.update(runs).set(next).where(eq(runs.id, run.id));
    await tx.requestJob(organizationId, RUN_QUEUE, { runId: run.id });
    const { version } = run;
    await tx.publish(organizationId, 'solution.progressed', {
      ...{ runId: run.id, solutionId, status: 'queued', stages, version },
    });
  });
}
