import type { ResearchRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { runIsOver } from '../domain/run/failures.ts';
import { endRun, isActive, type RunFailure } from '../domain/run/run.ts';
import { loadRun } from '../queries/runs.ts';
import { saveRun } from './save-run.ts';

/** Ends a run early: cancelled by a person, failed, or interrupted too often to go on by itself. */
export async function endRunEarly(
  kit: Kit,
  clientId: string,
  runId: string,
  status: 'failed' | 'cancelled' | 'interrupted',
  failure: RunFailure | null,
): Promise<ResearchRun> {
  return kit.database.withTenant([clientId], async (tx) => {
    const run = await loadRun(tx, clientId, runId);
    if (!isActive(run.status)) throw runIsOver();
    const working = run.stages.find((stage) => stage.status === 'working')?.agent ?? 'research';
    await saveRun(tx, clientId, runId, endRun(run, status, failure, kit.now()), working);
    await tx.publish(clientId, 'research.ended', { runId, status, code: failure?.code ?? null });
    await tx.audit(clientId, { action: `research.${status}`, subject: runId });
    return loadRun(tx, clientId, runId);
  });
}
