import type { RetentionRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { retentionRuns } from '../tables.ts';

const SHOWN = 30;

export const toRun = (row: typeof retentionRuns.$inferSelect): RetentionRun => ({
  ...{ id: row.id, startedBy: row.startedBy, dry: row.dry, results: row.results },
  startedAt: row.startedAt.toISOString(),
});

/** The latest runs, the newest first. */
export async function listRetention(kit: Kit, keeper: string): Promise<RetentionRun[]> {
  const rows = await kit.database.withTenant([keeper], (tx) =>
    tx.db
      .select()
      .from(retentionRuns)
      .where(eq(retentionRuns.organizationId, keeper))
      .orderBy(desc(retentionRuns.startedAt))
      .limit(SHOWN),
  );
  return rows.map(toRun);
}
