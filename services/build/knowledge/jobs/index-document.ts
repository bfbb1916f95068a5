import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isAppError, type JobHandler, type Kit } from '@tokenholic/kit';
import { and, eq, ne } from 'drizzle-orm';
import { storeChunks } from '../commands/store-chunks.ts';
import { unexpectedFailure } from '../domain/failures.ts';
import { type PreparedChunk, prepareChunk } from '../domain/index/prepare.ts';
import { languageOf } from '../domain/retrieval/tokens.ts';
import type { PageReader } from '../ports.ts';
import { documents } from '../tables.ts';
import { askForEmbedding } from './embed-collection.ts';
import { askForGraph } from './read-graph.ts';
import { readSource, type SourceReading } from './read-source.ts';
import { MOST_RETRIES } from './retries.ts';

export const INDEX_QUEUE = 'knowledge-index';
/** Pages of sitemaps wait here, so that hundreds of them hold up nobody's upload. */
export const PAGE_QUEUE = 'knowledge-page';
const MAXIMUM_TITLE = 300;
const WITHOUT_PAUSE = 100;

type DocumentRow = typeof documents.$inferSelect;

/** Reads a document and brings its passages and the index up to date. Running it again changes nothing. */
export function indexDocument(kit: Kit, readPage: PageReader): JobHandler {
  return async (data, { organizationId, signal, retries }) => {
    const row = await take(kit, organizationId, String(data.documentId));
    if (row === null) return;
    try {
      const reading = await readSource(kit, readPage, row, signal);
      await store(kit, row, reading);
    } catch (error) {
      // What the user can mend is not tried again by itself; the rest is.
      const again = !isAppError(error) || error.kind === 'unavailable' || error.kind === 'internal';
      await fail(kit, row, error, { attempts: retries + 1, triesAgain: again && retries < MOST_RETRIES });
      if (again) throw error;
    }
  };
}

async function take(kit: Kit, organizationId: string, documentId: string): Promise<DocumentRow | null> {
  const [row] = await kit.database.withTenant([organizationId], ({ db }) =>
    db.update(documents).set({ status: 'reading' }).where(eq(documents.id, documentId)).returning(),
  );
  return row ?? null;
}

async function store(kit: Kit, row: DocumentRow, reading: SourceReading): Promise<void> {
  const title = reading.title.slice(0, MAXIMUM_TITLE);
  const prepared = await prepareAll(title, reading);
  await kit.database.withTenant([row.organizationId], async (tx) => {
    const { id: documentId, organizationId, collectionId } = row;
    const [current] = await tx.db.select().from(documents).where(eq(documents.id, documentId)).for('update');
    // Deleted while it was read.
    if (current === undefined) return;
    const place = { organizationId, collectionId, documentId, title: current.title };
    const changedChunks = await storeChunks(tx, place, prepared);
    await tx.db
      .update(documents)
      .set({
        ...{ title, status: 'ready' as const, failure: null, attempts: 0, triesAgain: false },
        ...{ cut: reading.cut, asOf: reading.asOf },
        ...{ language: languageOf(reading.text.slice(0, 20_000)), readAt: kit.now(), changedChunks },
        chunkCount: prepared.length,
        fingerprint: createHash('sha256').update(reading.text).digest('base64url'),
      })
      .where(eq(documents.id, documentId));
    // Words find it from this commit on; meaning follows.
    if (changedChunks > 0) {
      await askForEmbedding(tx, organizationId, collectionId);
      await askForGraph(tx, organizationId, collectionId);
    }
    if (row.kind === 'curated') return;
    const named = { documentId, collectionId, title };
    await tx.publish(organizationId, 'knowledge.document_indexed', {
      ...named,
      chunks: prepared.length,
      changedChunks,
    });
  });
}

/** Counts terms with pauses, so that a long document does not hold up others' requests. */
async function prepareAll(title: string, { chunks }: SourceReading): Promise<PreparedChunk[]> {
  const prepared: PreparedChunk[] = [];
  for (const chunk of chunks) {
    prepared.push(prepareChunk(title, chunk));
    if (prepared.length % WITHOUT_PAUSE === 0) await setImmediate();
  }
  return prepared;
}

async function fail(
  kit: Kit,
  row: DocumentRow,
  error: unknown,
  tries: { attempts: number; triesAgain: boolean },
): Promise<void> {
  const failure = isAppError(error) ? { code: error.code, message: error.userMessage } : unexpectedFailure;
  await kit.database.withTenant([row.organizationId], async (tx) => {
    const changed = await tx.db
      .update(documents)
      .set({ status: 'failed', failure, ...tries })
      .where(and(eq(documents.id, row.id), ne(documents.status, 'ready')))
      .returning({ id: documents.id });
    if (changed.length === 0) return;
    const named = { documentId: row.id, collectionId: row.collectionId, title: row.title };
    await tx.publish(row.organizationId, 'knowledge.document_failed', { ...named, reason: failure });
  });
}
