import type { ResearchInput, ResearchRun } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { alreadyRunning, runNotFound } from '../domain/run/failures.ts';
import { newRun } from '../domain/run/run.ts';
import { toRun } from '../queries/runs.ts';
import { clients, runs } from '../tables.ts';

export const RUN_QUEUE = 'research.run';

/** Queues a research run for a client; one at a time. */
export async function startRun(
  kit: Kit,
  tx: TenantTransaction,
  clientId: string,
  input: ResearchInput,
): Promise<ResearchRun> {
  const [client] = await tx.db.select().from(clients).where(eq(clients.organizationId, clientId));
  if (client === undefined) throw runNotFound();
  const [active] = await tx.db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.organizationId, clientId),
        inArray(runs.status, ['queued', 'researching', 'analysing', 'drawing']),
      ),
    );
  if (active !== undefined) throw alreadyRunning(active.id);
  const { finishedAt: _none, ...state } = newRun();
  const [row] = await tx.db
    .insert(runs)
    .values({
      ...state,
      id: uuidv7(),
      organizationId: clientId,
      clientName: client.name,
      input: { ...input, website: input.website ?? client.website },
      createdAt: kit.now(),
    })
    .returning();
  if (row === undefined) throw runNotFound();
  await tx.requestJob(clientId, RUN_QUEUE, { runId: row.id });
  await tx.publish(clientId, 'research.started', { runId: row.id, clientName: client.name });
  await tx.audit(clientId, { action: 'research.start', subject: row.id });
  return toRun(row);
}
