import type { AgentName } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import type { RunState } from '../domain/run/run.ts';
import { runs } from '../tables.ts';

/**
 * Writes a run's state and tells those who watch. False when the run is no longer active: somebody cancelled it, and
 * the agent that wanted to write must stop.
 */
export async function saveRun(
  tx: TenantTransaction,
  clientId: string,
  runId: string,
  state: RunState,
  agent: AgentName,
): Promise<boolean> {
  const { status, stages, sources, pages, findings, mapVersion, error, finishedAt } = state;
  const saved = await tx.db
    .update(runs)
    .set({
      ...{ status, stages, sources, pages, findings, mapVersion, error },
      finishedAt: finishedAt === null ? null : new Date(finishedAt),
    })
    .where(
      and(
        eq(runs.organizationId, clientId),
        eq(runs.id, runId),
        inArray(runs.status, ['queued', 'researching', 'analysing', 'drawing']),
      ),
    )
    .returning({ id: runs.id });
  if (saved.length === 0) return false;
  await tx.publish(clientId, 'research.progressed', {
    runId,
    agent,
    status,
    stages,
    sources,
    pages,
    findings,
  });
  return true;
}
