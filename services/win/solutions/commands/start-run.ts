import type { LocalizedText } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { runActive } from '../domain/failures.ts';
import { newStages, type RunRequest } from '../domain/run/run.ts';
import { sealedRuns } from '../sealed.ts';
import { runs } from '../tables.ts';

export const RUN_QUEUE = 'solutions-run';

export interface NewRun {
  id?: string;
  solutionId: string;
  organizationId: string;
  vendorId: string;
  request: RunRequest;
  by: LocalizedText;
}

/** Queues the three agents for the next version; one run of a solution at a time. */
export async function startRun(kit: Kit, tx: TenantTransaction, wanted: NewRun): Promise<string> {
  const { id = uuidv7(), organizationId, solutionId } = wanted;
  const active = await tx.db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.solutionId, solutionId), inArray(runs.status, ['queued', 'working'])))
    .limit(1);
  if (active.length > 0) throw runActive();
  const stages = newStages();
  const row = await tx.seal(sealedRuns, organizationId, {
    ...{ ...wanted, id, stages, status: 'queued' as const, version: null, error: null },
    ...{ startedAt: kit.now(), finishedAt: null },
  });
  await tx.db.insert(runs).values(row);
  await tx.requestJob(organizationId, RUN_QUEUE, { runId: id });
  const progress = { runId: id, solutionId, status: 'queued' as const, stages, version: null };
  await tx.publish(organizationId, 'solution.progressed', progress);
  return id;
}
