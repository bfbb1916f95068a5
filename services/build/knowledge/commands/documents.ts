import type { FaqEntry } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { documentBusy, documentNotEditable, documentUnknown } from '../domain/failures.ts';
import { INDEX_QUEUE } from '../jobs/index-document.ts';
import { nextTurn } from '../jobs/read-again-clock.ts';
import { blobKey } from '../jobs/read-source.ts';
import { documents, pageTurns } from '../tables.ts';
import { requireOwnCollection } from './collections.ts';
import { eraseDocument } from './store-chunks.ts';

export type NewDocument =
  | { id?: string; kind: 'file'; fileName: string; mediaType: string; bytes: Uint8Array }
  | { id?: string; kind: 'url'; url: string }
  | { id?: string; kind: 'faq'; entry: FaqEntry };

/** Puts a document into a collection; it is read and indexed by a job. The bytes are on disk before the row says so. */
export async function addDocument(
  kit: Kit,
  organizationId: string,
  collectionId: string,
  document: NewDocument,
): Promise<string> {
  const documentId = document.id ?? uuidv7();
  if (document.kind === 'file') await kit.blobs.put(organizationId, blobKey(documentId), document.bytes);
  await kit.database.withTenant([organizationId], async (tx) => {
    await requireOwnCollection(tx, collectionId);
    const made = await tx.db
      .insert(documents)
      .values({
        ...{ id: documentId, organizationId, collectionId, kind: document.kind, status: 'queued' },
        ...describe(document),
        createdAt: kit.now(),
      })
      .onConflictDoNothing()
      .returning({ title: documents.title });
    if (made.length === 0) return;
    if (document.kind === 'url')
      await tx.db.insert(pageTurns).values({ documentId, organizationId, dueAt: nextTurn(kit.now()) });
    await tx.requestJob(organizationId, INDEX_QUEUE, { documentId });
    await tx.audit(organizationId, { action: 'knowledge.document_add', subject: documentId, after: made[0] });
  });
  return documentId;
}

function describe(document: NewDocument) {
  if (document.kind === 'file') {
    const fileName = document.fileName.slice(0, 255);
    return { title: fileName, origin: fileName, mediaType: document.mediaType };
  }
  if (document.kind === 'url') return { title: document.url.slice(0, 300), origin: document.url };
  const { question, answer } = document.entry;
  return { title: question, bodyTitle: question, body: answer };
}

/** Reads a document again: after a failure, or because its source may have changed. */
export async function readAgain(kit: Kit, organizationId: string, documentId: string): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db.select().from(documents).where(eq(documents.id, documentId)).for('update');
    if (row === undefined) throw documentUnknown();
    await requireOwnCollection(tx, row.collectionId);
    if (row.status === 'queued') throw documentBusy();
    await tx.db
      .update(documents)
      .set({ status: 'queued', failure: null, attempts: 0, triesAgain: false })
      .where(eq(documents.id, documentId));
    await tx.requestJob(organizationId, INDEX_QUEUE, { documentId });
  });
}

/** Changes an entry that was typed in. Its passages keep the title they were indexed under until the job has run. */
export async function editEntry(
  kit: Kit,
  organizationId: string,
  documentId: string,
  { question, answer }: FaqEntry,
): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db.select().from(documents).where(eq(documents.id, documentId)).for('update');
    if (row === undefined) throw documentUnknown();
    await requireOwnCollection(tx, row.collectionId);
    if (row.kind !== 'faq') throw documentNotEditable();
    await tx.db
      .update(documents)
      .set({ status: 'queued', failure: null, body: answer, bodyTitle: question })
      .where(eq(documents.id, documentId));
    await tx.requestJob(organizationId, INDEX_QUEUE, { documentId });
    const before = { question: row.title, answer: row.body };
    const after = { question, answer };
    await tx.audit(organizationId, { action: 'knowledge.entry_edit', subject: documentId, before, after });
  });
}

/** Deletes a document and every trace of it: file, passages, index, tests that expect it. */
export async function removeDocument(kit: Kit, organizationId: string, documentId: string): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db.select().from(documents).where(eq(documents.id, documentId)).for('update');
    if (row === undefined) throw documentUnknown();
    await requireOwnCollection(tx, row.collectionId);
    const { collectionId, title } = row;
    await eraseDocument(tx, { organizationId, collectionId, documentId, title });
    await tx.publish(organizationId, 'knowledge.document_removed', { documentId, collectionId, title });
    await tx.audit(organizationId, {
      action: 'knowledge.document_remove',
      subject: documentId,
      before: { title },
    });
  });
  await kit.blobs.remove(organizationId, blobKey(documentId));
}
