import type { TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { addToIndex, removeFromIndex } from '../adapters/lexical-index.ts';
import { changeOf } from '../domain/chunking/change.ts';
import { indexedTerms } from '../domain/index/invert.ts';
import { type PreparedChunk, searchText } from '../domain/index/prepare.ts';
import { askToForget } from '../jobs/forget-passages.ts';
import { chunks, collections, documents } from '../tables.ts';

export interface DocumentPlace {
  organizationId: string;
  collectionId: string;
  documentId: string;
  /** The title its passages were indexed under. */
  title: string;
}

/** Puts the passages of a document in the place of those it had; only what changed is written. Returns how many changed. */
export async function storeChunks(
  tx: TenantTransaction,
  place: DocumentPlace,
  prepared: readonly PreparedChunk[],
): Promise<number> {
  const { organizationId, collectionId, documentId } = place;
  // Numbers are given under this lock: two documents of one collection never get the same.
  const [collection] = await tx.db
    .select()
    .from(collections)
    .where(eq(collections.id, collectionId))
    .for('update');
  if (collection === undefined) return 0;
  const before = await tx.db
    .select()
    .from(chunks)
    .where(eq(chunks.documentId, documentId))
    .orderBy(chunks.ordinal);
  const { kept, added, removed } = changeOf(before, prepared);
  await dropChunks(tx, place, removed);
  const removals = collection.removals + (removed.length > 0 ? 1 : 0);
  const moved = kept.filter(
    ({ old, ordinal }) => old.ordinal !== ordinal || old.page !== prepared[ordinal]?.page,
  );
  for (const { old, ordinal } of moved)
    await tx.db
      .update(chunks)
      .set({ ordinal, page: prepared[ordinal]?.page ?? null })
      .where(and(eq(chunks.collectionId, collectionId), eq(chunks.number, old.number)));
  const numbered = added.map((entry, index) => ({ ...entry, number: collection.nextChunk + index }));
  await insertChunks(tx, place, numbered);
  const counted = numbered.map(({ chunk, number }) => ({
    chunk: number,
    counts: chunk.counts,
    terms: chunk.terms,
  }));
  await addToIndex(tx, { organizationId, collectionId, removals }, counted);
  await tx.db
    .update(collections)
    .set({
      nextChunk: collection.nextChunk + added.length,
      chunkCount: sql`${collections.chunkCount} + ${added.length}`,
      termCount: sql`${collections.termCount} + ${counted.reduce((sum, { terms }) => sum + terms, 0)}`,
    })
    .where(eq(collections.id, collectionId));
  return added.length + removed.length;
}

interface NumberedChunk {
  chunk: PreparedChunk;
  ordinal: number;
  number: number;
}

/** One statement for many rows, columns as arrays: a long document has thousands. */
async function insertChunks(
  tx: TenantTransaction,
  { organizationId, collectionId, documentId }: DocumentPlace,
  numbered: readonly NumberedChunk[],
): Promise<void> {
  const column = <T>(pick: (entry: NumberedChunk) => T) => sql.param(numbered.map(pick));
  if (numbered.length === 0) return;
  await tx.db.execute(sql`
    insert into knowledge.chunks (collection_id, number, organization_id, document_id, ordinal, hash, heading, page, text, term_count)
    select ${collectionId}::uuid, number, ${organizationId}::uuid, ${documentId}::uuid, ordinal, hash, heading::jsonb, page, text, term_count
    from unnest(
      ${column(({ number }) => number)}::int[], ${column(({ ordinal }) => ordinal)}::int[],
      ${column(({ chunk }) => chunk.hash)}::text[], ${column(({ chunk }) => JSON.stringify(chunk.heading))}::text[],
      ${column(({ chunk }) => chunk.page)}::int[], ${column(({ chunk }) => chunk.text)}::text[],
      ${column(({ chunk }) => chunk.terms)}::int[]
    ) as given (number, ordinal, hash, heading, page, text, term_count)`);
}

type StoredChunk = typeof chunks.$inferSelect;

async function dropChunks(
  tx: TenantTransaction,
  place: DocumentPlace,
  gone: readonly StoredChunk[],
): Promise<void> {
  if (gone.length === 0) return;
  const { collectionId, title } = place;
  await removeFromIndex(
    tx,
    place,
    gone.map(({ number, heading, text }) => ({
      chunk: number,
      terms: indexedTerms(searchText(title, heading, text)),
    })),
  );
  const numbers = gone.map(({ number }) => number);
  await tx.db
    .delete(chunks)
    .where(and(eq(chunks.collectionId, collectionId), inArray(chunks.number, numbers)));
  await askToForget(tx, place.organizationId, { collectionId, numbers });
  await tx.db
    .update(collections)
    .set({
      chunkCount: sql`${collections.chunkCount} - ${gone.length}`,
      removals: sql`${collections.removals} + 1`,
      termCount: sql`${collections.termCount} - ${gone.reduce((sum, { termCount }) => sum + termCount, 0)}`,
    })
    .where(eq(collections.id, collectionId));
}

/** Deletes a document with its passages and everything the index knows of them. */
export async function eraseDocument(tx: TenantTransaction, place: DocumentPlace): Promise<void> {
  await tx.db.select().from(collections).where(eq(collections.id, place.collectionId)).for('update');
  const own = await tx.db.select().from(chunks).where(eq(chunks.documentId, place.documentId));
  await dropChunks(tx, place, own);
  await tx.db.delete(documents).where(eq(documents.id, place.documentId));
}
