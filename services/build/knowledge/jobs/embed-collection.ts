import { setTimeout as pause } from 'node:timers/promises';
import type { JobHandler, Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import type { Semantics } from '../adapters/semantics.ts';
import type { StoredVector, VectorStore } from '../adapters/vectors/vector-store.ts';
import { searchText } from '../domain/index/prepare.ts';
import type { Embedder } from '../ports.ts';
import { collections, embedTurns } from '../tables.ts';

export const EMBED_QUEUE = 'knowledge-embed';

/** Passages embedded with one call. */
const BATCH = 16;
/** A job gives its place to others after so long and asks for the next. */
const LONGEST_MILLISECONDS = 240_000;

/** Says that passages of a collection are to be embedded; done in the transaction that adds them. */
export async function askForEmbedding(
  tx: TenantTransaction,
  organizationId: string,
  collectionId: string,
): Promise<void> {
  await tx.db
    .insert(embedTurns)
    .select(
      tx.db
        .select({
          collectionId: collections.id,
          organizationId: collections.organizationId,
          embedder: sql<string | null>`null`.as('embedder'),
          below: sql<number>`0`.as('below'),
          wanted: collections.nextChunk,
        })
        .from(collections)
        .where(eq(collections.id, collectionId)),
    )
    .onConflictDoUpdate({ target: embedTurns.collectionId, set: { wanted: sql`excluded.wanted` } });
  await tx.requestJob(organizationId, EMBED_QUEUE, { collectionId });
}

interface Work {
  kit: Kit;
  embedder: Embedder;
  store: VectorStore;
  organizationId: string;
  collectionId: string;
  signal: AbortSignal;
}

/** Embeds what is not yet embedded by the present model. What was done stays done, whenever the process ends. */
export function embedCollection(kit: Kit, semantics: Semantics): JobHandler {
  return async (data, { organizationId, signal }) => {
    const [embedder, store] = await Promise.all([semantics.embedder(), semantics.store()]);
    if (embedder === null || store === null) return;
    const work = { kit, embedder, store, organizationId, collectionId: String(data.collectionId), signal };
    const until = performance.now() + LONGEST_MILLISECONDS;
    // One at a time. What comes in during the last look is found by the look after the lock is free.
    while ((await readTurn(work)) !== null) {
      const held = await kit.locks.tryTake(`knowledge-embed ${work.collectionId}`);
      if (held === null) return;
      try {
        await embedUntil(work, until);
      } finally {
        await held.release();
      }
      if (signal.aborted) return;
      if (performance.now() > until) return askAgain(work);
    }
  };
}

interface Turn {
  below: number;
  /** The model is another than last time. */
  fresh: boolean;
}

/** Where to go on; null when everything is embedded. */
async function readTurn({ kit, embedder, organizationId, collectionId }: Work): Promise<Turn | null> {
  const [row] = await kit.database.withTenant([organizationId], ({ db }) =>
    db.select().from(embedTurns).where(eq(embedTurns.collectionId, collectionId)),
  );
  if (row === undefined) return null;
  if (row.embedder !== embedder.id) return row.wanted === 0 ? null : { below: 0, fresh: true };
  return row.below < row.wanted ? { below: row.below, fresh: false } : null;
}

async function embedUntil(work: Work, until: number): Promise<void> {
  const turn = await readTurn(work);
  if (turn === null) return;
  const { kit, embedder, store, organizationId, collectionId, signal } = work;
  if (turn.fresh) {
    // Vectors of the model before would only lie about.
    await store.forget(organizationId, collectionId);
    await kit.database.withTenant([organizationId], ({ db }) =>
      db
        .update(embedTurns)
        .set({ embedder: embedder.id, below: 0 })
        .where(eq(embedTurns.collectionId, collectionId)),
    );
  }
  let { below } = turn;
  while (!signal.aborted && performance.now() < until) {
    const before = performance.now();
    const { wanted, passages } = await readPassages(work, below);
    const texts = passages.map(({ title, heading, text }) => searchText(title, heading, text));
    const vectors = texts.length === 0 ? [] : await embedder.embed(texts, 'passage');
    const last = passages.at(-1)?.number ?? -1;
    // A short batch was the last: then everything that was wanted is done.
    const next = passages.length < BATCH ? Math.max(last + 1, wanted) : last + 1;
    const moved = await keep(work, { from: below, to: next }, passages, vectors);
    if (!moved || passages.length < BATCH) return;
    below = next;
    // As long a rest as the work took: requests of people come first.
    await pause(performance.now() - before, undefined, { signal }).catch(() => undefined);
  }
}

interface PendingPassage {
  number: number;
  title: string;
  heading: string[];
  text: string;
}

function readPassages({ kit, organizationId, collectionId }: Work, below: number) {
  return kit.database.withTenant([organizationId], async ({ db }) => {
    // What is wanted is read first: whatever it counts is there when the passages are read.
    const [turn] = await db.select().from(embedTurns).where(eq(embedTurns.collectionId, collectionId));
    const { rows } = await db.execute<PendingPassage & Record<string, unknown>>(sql`
      select chunks.number, documents.title, chunks.heading, chunks.text from knowledge.chunks
      join knowledge.documents on documents.id = chunks.document_id
      where chunks.collection_id = ${collectionId} and chunks.number >= ${below}
      order by chunks.number limit ${BATCH}`);
    return { wanted: turn?.wanted ?? 0, passages: rows };
  });
}

/** First the vectors, then how far it went: a process that dies between does the batch again. False: somebody else went on. */
async function keep(
  { kit, embedder, store, organizationId, collectionId }: Work,
  { from, to }: { from: number; to: number },
  passages: readonly PendingPassage[],
  vectors: readonly Float32Array[],
): Promise<boolean> {
  const stored = passages.flatMap(({ number }, at): StoredVector[] => {
    const vector = vectors[at];
    return vector?.length === embedder.dimensions ? [{ collectionId, number, vector }] : [];
  });
  if (stored.length !== passages.length)
    throw new Error(`The embedder ${embedder.id} gave other vectors than it was asked for`);
  if (stored.length > 0) await store.put(organizationId, embedder.id, stored);
  const numbers = passages.map(({ number }) => number);
  const { moved, there } = await kit.database.withTenant([organizationId], async ({ db }) => {
    const { rows } = await db.execute<{ number: number }>(sql`
      select number from knowledge.chunks
      where collection_id = ${collectionId} and number = any (${sql.param(numbers)}::int[])`);
    const own = and(eq(embedTurns.collectionId, collectionId), eq(embedTurns.embedder, embedder.id));
    const changed = await db
      .update(embedTurns)
      .set({ below: to })
      .where(and(own, eq(embedTurns.below, from)))
      .returning();
    return { moved: changed.length > 0, there: new Set(rows.map(({ number }) => number)) };
  });
  // Deleted while it was embedded: a store outside the database must not keep it.
  const gone = numbers.filter((number) => !there.has(number));
  if (gone.length > 0) await store.forget(organizationId, collectionId, gone);
  return moved;
}

async function askAgain({ kit, organizationId, collectionId }: Work): Promise<void> {
  await kit.database.withTenant([organizationId], (tx) =>
    tx.requestJob(organizationId, EMBED_QUEUE, { collectionId }),
  );
}

/** Asks for the collections that the present model has not embedded to the end: after a start, and when the model is another. */
export async function askForMissing(kit: Kit, semantics: Semantics): Promise<number> {
  const [embedder, store] = await Promise.all([semantics.embedder(), semantics.store()]);
  if (embedder === null || store === null) return 0;
  const due = await kit.database.withSystem(({ db }) =>
    db
      .select()
      .from(embedTurns)
      .where(
        sql`${embedTurns.wanted} > 0 and (${embedTurns.embedder} is distinct from ${embedder.id} or ${embedTurns.below} < ${embedTurns.wanted})`,
      )
      .limit(50),
  );
  for (const { collectionId, organizationId } of due)
    await kit.database.withTenant([organizationId], (tx) =>
      tx.requestJob(organizationId, EMBED_QUEUE, { collectionId }),
    );
  return due.length;
}
