import type { KnowledgeCollection, KnowledgeDocument } from '@tokenholic/contracts';
import type { collections, documents } from '../tables.ts';

/** A page of the web that was not read for so long may say something else by now. */
const STALE_AFTER_DAYS = 30;
const DAY = 86_400_000;

export function presentCollection(
  row: typeof collections.$inferSelect,
  counts: { documents: number; failed: number },
): KnowledgeCollection {
  const { id, name, readOnly, chunkCount, createdAt } = row;
  return { id, name, readOnly, chunks: chunkCount, ...counts, createdAt: createdAt.toISOString() };
}

export function presentDocument(row: typeof documents.$inferSelect, now: Date): KnowledgeDocument {
  const { id, collectionId, kind, title, origin, status, failure, language, cut, asOf, readAt } = row;
  return {
    ...{ id, collectionId, kind, title, origin, status, failure, language, cut, asOf },
    chunks: row.chunkCount,
    changedChunks: row.changedChunks,
    readAt: readAt?.toISOString() ?? null,
    stale: kind === 'url' && readAt !== null && now.getTime() - readAt.getTime() > STALE_AFTER_DAYS * DAY,
    createdAt: row.createdAt.toISOString(),
  };
}
