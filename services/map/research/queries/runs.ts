import type { ResearchRun } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq, lt } from 'drizzle-orm';
import { runNotFound } from '../domain/run/failures.ts';
import { runs } from '../tables.ts';

export function toRun(row: typeof runs.$inferSelect): ResearchRun {
  const { id, clientName, status, stages, sources, input, pages, findings, mapVersion, error } = row;
  return {
    ...{ id, clientName, status, stages, sources, input, pages, findings, mapVersion, error },
    clientId: row.organizationId,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export async function loadRun(tx: TenantTransaction, clientId: string, runId: string): Promise<ResearchRun> {
  const run = await findRun(tx, clientId, runId);
  if (run === null) throw runNotFound();
  return run;
}

/** Null when there is no such run. */
export async function findRun(
  tx: TenantTransaction,
  clientId: string,
  runId: string,
): Promise<ResearchRun | null> {
  const [row] = await tx.db
    .select()
    .from(runs)
    .where(and(eq(runs.organizationId, clientId), eq(runs.id, runId)));
  return row === undefined ? null : toRun(row);
}

export function getRun(kit: Kit, clientId: string, runId: string): Promise<ResearchRun> {
  return kit.database.withTenant([clientId], (tx) => loadRun(tx, clientId, runId));
}

/** Newest first; the cursor is the last run's creation time. */
export async function listRuns(
  kit: Kit,
  clientId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: ResearchRun[]; nextCursor: string | null }> {
  const before = Number(page.cursor ?? Number.NaN);
  return kit.database.withTenant([clientId], async (tx) => {
    const rows = await tx.db
      .select()
      .from(runs)
      .where(
        and(
          eq(runs.organizationId, clientId),
          Number.isNaN(before) ? undefined : lt(runs.createdAt, new Date(before)),
        ),
      )
      .orderBy(desc(runs.createdAt))
      .limit(page.limit + 1);
    const items = rows.slice(0, page.limit).map(toRun);
    const last = rows[page.limit - 1];
    return {
      items,
      nextCursor: rows.length > page.limit && last !== undefined ? String(last.createdAt.getTime()) : null,
    };
  });
}
