import { isAppError, type JobHandler, type Kit, type TenantTransaction } from '@tokenholic/kit';
import { eq, inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { eraseDocument } from '../commands/store-chunks.ts';
import { sitemapEmpty, unexpectedFailure } from '../domain/failures.ts';
import { planSync, type SyncPlan } from '../domain/sources/plan-sync.ts';
import type { ListedPage, SitemapReader } from '../ports.ts';
import { documents, sources } from '../tables.ts';
import { PAGE_QUEUE } from './index-document.ts';

export const SYNC_QUEUE = 'knowledge-sync';

type SourceRow = typeof sources.$inferSelect;

/** Reads a sitemap: new pages come, changed ones are read again, those no longer listed go. */
export function syncSource(kit: Kit, readSitemap: SitemapReader): JobHandler {
  return async (data, { organizationId, signal }) => {
    const sourceId = String(data.sourceId);
    const [row] = await kit.database.withTenant([organizationId], ({ db }) =>
      db.update(sources).set({ status: 'reading' }).where(eq(sources.id, sourceId)).returning(),
    );
    if (row === undefined) return;
    try {
      const listed = await readSitemap(row.url, signal);
      if (listed.length === 0) throw sitemapEmpty();
      await bring(kit, row, listed);
    } catch (error) {
      const failure = isAppError(error)
        ? { code: error.code, message: error.userMessage }
        : unexpectedFailure;
      await kit.database.withTenant([organizationId], ({ db }) =>
        db.update(sources).set({ status: 'failed', failure }).where(eq(sources.id, sourceId)),
      );
      if (!isAppError(error) || error.kind === 'unavailable' || error.kind === 'internal') throw error;
    }
  };
}

async function bring(
  kit: Kit,
  { id, organizationId, url }: SourceRow,
  listed: readonly ListedPage[],
): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    // Deleted while it was read, or read by another process at the same time.
    const [source] = await tx.db.select().from(sources).where(eq(sources.id, id)).for('update');
    if (source === undefined) return;
    const kept = await tx.db
      .select({
        ...{ id: documents.id, url: sql<string>`${documents.origin}`, listedAt: documents.listedAt },
        ...{ missed: documents.missed, failed: sql<boolean>`${documents.status} = 'failed'` },
      })
      .from(documents)
      .where(eq(documents.sourceId, id));
    const plan = planSync(url, listed, kept);
    await carryOut(kit, tx, source, plan);
    await tx.db
      .update(sources)
      .set({
        ...{ status: 'ready', failure: null, readAt: kit.now(), leftOut: plan.leftOut },
        pages: kept.length - plan.gone.length + plan.added.length,
      })
      .where(eq(sources.id, id));
  });
}

async function carryOut(kit: Kit, tx: TenantTransaction, source: SourceRow, plan: SyncPlan): Promise<void> {
  const { id: sourceId, organizationId, collectionId } = source;
  const added = plan.added.map(({ url, lastModified }) => ({
    ...{
      id: uuidv7(),
      organizationId,
      collectionId,
      sourceId,
      kind: 'url' as const,
      status: 'queued' as const,
    },
    ...{ title: url.slice(0, 300), origin: url, listedAt: lastModified, createdAt: kit.now() },
  }));
  if (added.length > 0) await tx.db.insert(documents).values(added);
  for (const { id, lastModified } of plan.again)
    await tx.db
      .update(documents)
      .set({ status: 'queued', missed: 0, listedAt: lastModified })
      .where(eq(documents.id, id));
  if (plan.unchanged.length > 0)
    // Nothing new stands there: that is as good as having read it.
    await tx.db
      .update(documents)
      .set({ missed: 0, readAt: kit.now() })
      .where(inArray(documents.id, plan.unchanged));
  if (plan.missing.length > 0)
    await tx.db
      .update(documents)
      .set({ missed: sql`${documents.missed} + 1` })
      .where(inArray(documents.id, plan.missing));
  for (const documentId of plan.gone) {
    const [row] = await tx.db
      .select({ title: documents.title })
      .from(documents)
      .where(eq(documents.id, documentId));
    const title = row?.title ?? '';
    await eraseDocument(tx, { organizationId, collectionId, documentId, title });
    await tx.publish(organizationId, 'knowledge.document_removed', { documentId, collectionId, title });
  }
  for (const { id: documentId } of [...added, ...plan.again])
    await tx.requestJob(organizationId, PAGE_QUEUE, { documentId });
}
