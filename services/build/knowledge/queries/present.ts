import type { KnowledgeCollection, KnowledgeDocument } from '@tokenholic/contracts';
import { BASE_COLLECTION } from '../domain/base.ts';
import { exampleQuestions } from '../domain/curated/example-questions.ts';
import type { collections, documents } from '../tables.ts';

/** A page of the web that was not read for so long may say something else by now. */
const STALE_AFTER_DAYS = 30;
const DAY = 86_400_000;

export function presentCollection(
  row: typeof collections.$inferSelect,
  counts: { documents: number; failed: number },
  embedded: number | null,
): KnowledgeCollection {
  const { id, name, readOnly, chunkCount, createdAt } = row;
  return {
    ...{ id, name, readOnly, chunks: chunkCount, ...counts, embedded, createdAt: createdAt.toISOString() },
    // Before its first load the base would answer none of them.
    exampleQuestions: id === BASE_COLLECTION && chunkCount > 0 ? [...exampleQuestions] : [],
  };
}

/** How many passages have a number below this one: exact at the end, a share of those there are before it. */
export function embeddedPassages(
  { nextChunk, chunkCount }: Pick<typeof collections.$inferSelect, 'nextChunk' | 'chunkCount'>,
  below: number,
): number {
  return below >= nextChunk ? chunkCount : Math.floor((chunkCount * below) / Math.max(1, nextChunk));
}

/** Whether something on the web was read so long ago that it may say something else by now. */
export const isStale = (readAt: Date | null, now: Date) =>
  readAt !== null && now.getTime() - readAt.getTime() > STALE_AFTER_DAYS * DAY;

export function presentDocument(row: typeof documents.$inferSelect, now: Date): KnowledgeDocument {
  const { id, collectionId, kind, title, origin, status, failure, language, cut, asOf, readAt } = row;
  return {
    ...{ id, collectionId, kind, title, origin, status, failure, language, cut, asOf },
    chunks: row.chunkCount,
    changedChunks: row.changedChunks,
    readAt: readAt?.toISOString() ?? null,
    stale: kind === 'url' && isStale(readAt, now),
    sourceId: row.sourceId,
    attempts: row.attempts,
    triesAgain: row.triesAgain,
    createdAt: row.createdAt.toISOString(),
  };
}
