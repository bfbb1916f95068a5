import type { ResearchRun } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq, ne } from 'drizzle-orm';
import { type Reading, reusableSources } from '../domain/gathering/reuse.ts';
import { runPages, runs } from '../tables.ts';

/** What the last complete run read and this one may take over; nothing when it asked for another company, site or language. */
export async function loadReusableSources(
  tx: TenantTransaction,
  { id, clientId, clientName, input }: Pick<ResearchRun, 'id' | 'clientId' | 'clientName' | 'input'>,
  now: Date,
): Promise<ReadonlyMap<string, Reading>> {
  const [last] = await tx.db
    .select()
    .from(runs)
    .where(and(eq(runs.organizationId, clientId), eq(runs.status, 'completed'), ne(runs.id, id)))
    .orderBy(desc(runs.createdAt))
    .limit(1);
  const asksTheSame =
    last !== undefined &&
    last.clientName === clientName &&
    last.input.website === input.website &&
    last.input.language === input.language;
  if (!asksTheSame) return new Map();
  const rows = await tx.db
    .select()
    .from(runPages)
    .where(and(eq(runPages.organizationId, clientId), eq(runPages.runId, last.id)));
  const earlier = last.sources.map((report) => {
    const pages = rows.filter(({ sourceId }) => sourceId === report.id);
    const times = pages.map(({ readEarlierAt }) => (readEarlierAt ?? last.createdAt).getTime());
    return { report, pageIds: pages.map(({ pageId }) => pageId), readAt: new Date(Math.min(...times)) };
  });
  return reusableSources(earlier, now);
}
