import type { Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { sourceBusy, sourceUnknown } from '../domain/failures.ts';
import { nextTurn } from '../jobs/read-again-clock.ts';
import { SYNC_QUEUE } from '../jobs/sync-source.ts';
import { documents, sources, sourceTurns } from '../tables.ts';
import { requireOwnCollection } from './collections.ts';
import { eraseDocument } from './store-chunks.ts';

/** Puts a sitemap into a collection: a job reads it and brings its pages, now and every day. */
export async function addSource(
  kit: Kit,
  organizationId: string,
  collectionId: string,
  url: string,
): Promise<string> {
  const sourceId = uuidv7();
  await kit.database.withTenant([organizationId], async (tx) => {
    await requireOwnCollection(tx, collectionId);
    const row = { id: sourceId, organizationId, collectionId, url, createdAt: kit.now() };
    await tx.db.insert(sources).values({ ...row, status: 'queued' });
    await tx.db.insert(sourceTurns).values({ sourceId, organizationId, dueAt: nextTurn(kit.now()) });
    await tx.requestJob(organizationId, SYNC_QUEUE, { sourceId });
    await tx.audit(organizationId, { action: 'knowledge.source_add', subject: sourceId, after: { url } });
  });
  return sourceId;
}

/** Reads a sitemap now instead of at its turn. */
export async function syncNow(kit: Kit, organizationId: string, sourceId: string): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db.select().from(sources).where(eq(sources.id, sourceId)).for('update');
    if (row === undefined) throw sourceUnknown();
    if (row.status === 'queued' || row.status === 'reading') throw sourceBusy();
    await tx.db.update(sources).set({ status: 'queued', failure: null }).where(eq(sources.id, sourceId));
    await tx.requestJob(organizationId, SYNC_QUEUE, { sourceId });
  });
}

/** Deletes a sitemap with every page that came from it. */
export async function removeSource(kit: Kit, organizationId: string, sourceId: string): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db.select().from(sources).where(eq(sources.id, sourceId)).for('update');
    if (row === undefined) throw sourceUnknown();
    const { collectionId, url } = row;
    await requireOwnCollection(tx, collectionId);
    const pages = await tx.db
      .select({ documentId: documents.id, title: documents.title })
      .from(documents)
      .where(eq(documents.sourceId, sourceId));
    for (const page of pages) {
      await eraseDocument(tx, { organizationId, collectionId, ...page });
      await tx.publish(organizationId, 'knowledge.document_removed', { collectionId, ...page });
    }
    await tx.db.delete(sources).where(eq(sources.id, sourceId));
    await tx.audit(organizationId, { action: 'knowledge.source_remove', subject: sourceId, before: { url } });
  });
}
