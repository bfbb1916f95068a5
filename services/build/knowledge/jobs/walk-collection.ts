import { setTimeout as pause } from 'node:timers/promises';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import { collections, type turnTables } from '../tables.ts';

export type TurnTable = (typeof turnTables)[keyof typeof turnTables];

export interface WalkedPassage {
  number: number;
  title: string;
  heading: string[];
  text: string;
}

/** Background work that goes through the passages of a collection once, and again when it is done by another. */
export interface Walk {
  kit: Kit;
  table: TurnTable;
  queue: string;
  organizationId: string;
  collectionId: string;
  signal: AbortSignal;
  /** Who does it: a model, a version of rules. Another one begins anew. */
  doer: string;
  /** Passages taken together. */
  batch: number;
  /** Called before it begins anew. */
  clear: () => Promise<void>;
  /** Doing a batch again changes nothing. */
  work: (passages: readonly WalkedPassage[]) => Promise<void>;
  /** These were deleted while they were worked on. */
  gone: (numbers: readonly number[]) => Promise<void>;
}

/** A job gives its place to others after so long and asks for the next. */
const LONGEST_MILLISECONDS = 240_000;

/** Says that the passages of a collection are to be gone through; done in the transaction that adds them. */
export async function askForWalk(
  tx: TenantTransaction,
  table: TurnTable,
  queue: string,
  { organizationId, collectionId }: { organizationId: string; collectionId: string },
): Promise<void> {
  const wanted = tx.db
    .select({
      ...{ collectionId: collections.id, organizationId: collections.organizationId },
      doer: sql<string | null>`null`.as('doer'),
      below: sql<number>`0`.as('below'),
      wanted: collections.nextChunk,
    })
    .from(collections)
    .where(eq(collections.id, collectionId));
  const made = await tx.db
    .insert(table)
    .select(wanted)
    .onConflictDoNothing()
    .returning({ collectionId: table.collectionId });
  if (made.length === 0) {
    const next = tx.db
      .select({ next: collections.nextChunk })
      .from(collections)
      .where(eq(collections.id, collectionId));
    await tx.db
      .update(table)
      .set({ wanted: sql`(${next})` })
      .where(eq(table.collectionId, collectionId));
  }
  await tx.requestJob(organizationId, queue, { collectionId });
}

/** Goes through what has not been gone through yet. What was done stays done, whenever the process ends. */
export async function walkCollection(walk: Walk): Promise<void> {
  const until = performance.now() + LONGEST_MILLISECONDS;
  // One at a time. What comes in during the last look is found by the look after the lock is free.
  while ((await readTurn(walk)) !== null) {
    const held = await walk.kit.locks.tryTake(`${walk.queue} ${walk.collectionId}`);
    if (held === null) return;
    try {
      await walkUntil(walk, until);
    } finally {
      await held.release();
    }
    if (walk.signal.aborted) return;
    if (performance.now() > until) return askAgain(walk);
  }
}

interface Turn {
  below: number;
  /** It was done by another last time. */
  fresh: boolean;
}

/** Where to go on; null when everything is done. */
async function readTurn({ kit, table, doer, organizationId, collectionId }: Walk): Promise<Turn | null> {
  const [row] = await kit.database.withTenant([organizationId], ({ db }) =>
    db.select().from(table).where(eq(table.collectionId, collectionId)),
  );
  if (row === undefined) return null;
  if (row.doer !== doer) return row.wanted === 0 ? null : { below: 0, fresh: true };
  return row.below < row.wanted ? { below: row.below, fresh: false } : null;
}

async function walkUntil(walk: Walk, until: number): Promise<void> {
  const turn = await readTurn(walk);
  if (turn === null) return;
  if (turn.fresh) await beginAnew(walk);
  let { below } = turn;
  while (!walk.signal.aborted && performance.now() < until) {
    const before = performance.now();
    const { wanted, passages } = await readPassages(walk, below);
    if (passages.length > 0) await walk.work(passages);
    const last = passages.at(-1)?.number ?? -1;
    // A short batch was the last: then everything that was wanted is done.
    const isLast = passages.length < walk.batch;
    const next = isLast ? Math.max(last + 1, wanted) : last + 1;
    if (!(await moveOn(walk, below, next, passages)) || isLast) return;
    below = next;
    // As long a rest as the work took: requests of people come first.
    await pause(performance.now() - before, undefined, { signal: walk.signal }).catch(() => undefined);
  }
}

async function beginAnew({ kit, table, doer, clear, organizationId, collectionId }: Walk): Promise<void> {
  await clear();
  await kit.database.withTenant([organizationId], ({ db }) =>
    db.update(table).set({ doer, below: 0 }).where(eq(table.collectionId, collectionId)),
  );
}

function readPassages({ kit, table, batch, organizationId, collectionId }: Walk, below: number) {
  return kit.database.withTenant([organizationId], async ({ db }) => {
    // What is wanted is read first: whatever it counts is there when the passages are read.
    const [turn] = await db.select().from(table).where(eq(table.collectionId, collectionId));
    const { rows } = await db.execute<WalkedPassage & Record<string, unknown>>(sql`
      select chunks.number, documents.title, chunks.heading, chunks.text from knowledge.chunks
      join knowledge.documents on documents.id = chunks.document_id
      where chunks.collection_id = ${collectionId} and chunks.number >= ${below}
      order by chunks.number limit ${batch}`);
    return { wanted: turn?.wanted ?? 0, passages: rows };
  });
}

/** Notes how far it went: a process that dies before does the batch again. False: somebody else went on. */
async function moveOn(
  { kit, table, doer, gone, organizationId, collectionId }: Walk,
  from: number,
  to: number,
  passages: readonly WalkedPassage[],
): Promise<boolean> {
  const numbers = passages.map(({ number }) => number);
  const { moved, there } = await kit.database.withTenant([organizationId], async ({ db }) => {
    const { rows } = await db.execute<{ number: number }>(sql`
      select number from knowledge.chunks
      where collection_id = ${collectionId} and number = any (${sql.param(numbers)}::int[])`);
    const own = and(eq(table.collectionId, collectionId), eq(table.doer, doer));
    const changed = await db
      .update(table)
      .set({ below: to })
      .where(and(own, eq(table.below, from)))
      .returning();
    return { moved: changed.length > 0, there: new Set(rows.map(({ number }) => number)) };
  });
  const missing = numbers.filter((number) => !there.has(number));
  if (missing.length > 0) await gone(missing);
  return moved;
}

async function askAgain({ kit, queue, organizationId, collectionId }: Walk): Promise<void> {
  await kit.database.withTenant([organizationId], (tx) =>
    tx.requestJob(organizationId, queue, { collectionId }),
  );
}

/** Asks for the collections that this doer has not gone through to the end: after a start, and when it is another. */
export async function askForMissing(
  kit: Kit,
  table: TurnTable,
  queue: string,
  doer: string,
): Promise<number> {
  const due = await kit.database.withSystem(({ db }) =>
    db
      .select()
      .from(table)
      .where(
        sql`${table.wanted} > 0 and (${table.doer} is distinct from ${doer} or ${table.below} < ${table.wanted})`,
      )
      .limit(50),
  );
  for (const { collectionId, organizationId } of due)
    await kit.database.withTenant([organizationId], (tx) =>
      tx.requestJob(organizationId, queue, { collectionId }),
    );
  return due.length;
}
