import { type EvidencePage, evidencePageSchema, type Finding } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import { pageNotFound } from '../domain/run/failures.ts';
import { pages } from '../tables.ts';
import { latestFindings } from './workbench.ts';

export const pageSummarySchema = evidencePageSchema.omit({ text: true }).meta({ id: 'EvidencePageSummary' });
export type PageSummary = Omit<EvidencePage, 'text'>;

const {
  text: _text,
  organizationId: _organization,
  contentHash: _hash,
  ...summaryColumns
} = getTableColumns(pages);

/** Pages stored for a client, newest first. */
export async function listPages(kit: Kit, clientId: string): Promise<PageSummary[]> {
  const rows = await kit.database.withTenant([clientId], (tx) =>
    tx.db
      .select(summaryColumns)
      .from(pages)
      .where(eq(pages.organizationId, clientId))
      .orderBy(desc(pages.fetchedAt))
      .limit(500),
  );
  return rows.map((row) => ({ ...row, clientId, fetchedAt: row.fetchedAt.toISOString() }));
}

export async function getPage(kit: Kit, clientId: string, pageId: string): Promise<EvidencePage> {
  const [row] = await kit.database.withTenant([clientId], (tx) =>
    tx.db
      .select()
      .from(pages)
      .where(and(eq(pages.organizationId, clientId), eq(pages.id, pageId))),
  );
  if (row === undefined) throw pageNotFound();
  const { id, url, title, sourceKind, language, text, publishedAt, fetchedAt } = row;
  return {
    id,
    clientId,
    url,
    title,
    sourceKind,
    language,
    text,
    publishedAt,
    fetchedAt: fetchedAt.toISOString(),
  };
}

/** Findings of the newest run that got as far as analysing. */
export async function listFindings(kit: Kit, clientId: string): Promise<Finding[]> {
  return kit.database.withTenant(
    [clientId],
    async (tx) => (await latestFindings(tx, clientId))?.findings ?? [],
  );
}
