import type { SourceFreshness } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { countDistinct, eq, max, sql } from 'drizzle-orm';
import { freshnessOf } from '../domain/gathering/freshness.ts';
import { pages, runPages, runs } from '../tables.ts';

/** How old each kind of source of a client is, by the run that last read it. */
export async function loadFreshness(
  tx: TenantTransaction,
  clientId: string,
  now: Date,
): Promise<SourceFreshness[]> {
  const rows = await tx.db
    .select({
      kind: pages.sourceKind,
      pages: countDistinct(pages.id),
      readAt: sql<Date>`max(coalesce(${runPages.readEarlierAt}, ${runs.createdAt}))`.mapWith(runs.createdAt),
      newestDate: max(pages.publishedAt),
    })
    .from(runPages)
    .innerJoin(pages, eq(pages.id, runPages.pageId))
    .innerJoin(runs, eq(runs.id, runPages.runId))
    .where(eq(runPages.organizationId, clientId))
    .groupBy(pages.sourceKind);
  return freshnessOf(rows, now);
}

export function readFreshness(kit: Kit, clientId: string): Promise<SourceFreshness[]> {
  return kit.database.withTenant([clientId], (tx) => loadFreshness(tx, clientId, kit.now()));
}
