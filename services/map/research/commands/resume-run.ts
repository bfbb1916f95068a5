import type { ResearchRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { cannotResume } from '../domain/run/failures.ts';
import { loadRun } from '../queries/runs.ts';
import { runs } from '../tables.ts';
import { RUN_QUEUE } from './start-run.ts';

/** Puts an interrupted or failed run back in the queue; what it had read is not read again. */
export async function resumeRun(kit: Kit, clientId: string, runId: string): Promise<ResearchRun> {
  return kit.database.withTenant([clientId], async (tx) => {
    const run = await loadRun(tx, clientId, runId);
    if (run.status !== 'interrupted' && run.status !== 'failed') throw cannotResume();
    await tx.db
      .update(runs)
      .set({ status: 'queued', error: null, finishedAt: null })
      .where(and(eq(runs.organizationId, clientId), eq(runs.id, runId)));
    await tx.requestJob(clientId, RUN_QUEUE, { runId });
    await tx.audit(clientId, { action: 'research.resume', subject: runId });
    return loadRun(tx, clientId, runId);
  });
}
