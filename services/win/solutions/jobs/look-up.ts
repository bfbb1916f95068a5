import type { KnowledgeAnswer } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, asc, eq } from 'drizzle-orm';
import type { Query } from '../domain/plan-queries.ts';
import { lookups } from '../tables.ts';

const HITS = 6;
/** Models of one family differ by a word: the right one may stand further down. */
const MODEL_HITS = 15;

interface Place {
  kit: Kit;
  organizationId: string;
  runId: string;
}

/** Notes what has to be looked up; what was noted before stays. */
export async function noteQueries(
  { kit, organizationId, runId }: Place,
  queries: readonly Query[],
): Promise<void> {
  await kit.database.withTenant([organizationId], async ({ db }) => {
    const rows = queries.map((query, position) => ({ runId, position, organizationId, query, answer: null }));
    if (rows.length > 0) await db.insert(lookups).values(rows).onConflictDoNothing();
  });
}

export async function readLookups({ kit, organizationId, runId }: Place) {
  return kit.database.withTenant([organizationId], ({ db }) =>
    db.select().from(lookups).where(eq(lookups.runId, runId)).orderBy(asc(lookups.position)),
  );
}

type Ask = (question: string, limit: number, by: 'words' | 'all') => Promise<KnowledgeAnswer>;
/** What people ask in their own words; everything else is looked up by the names of the reference. */
const IN_OWN_WORDS: ReadonlySet<Query['purpose']> = new Set(['question', 'topic']);
type Found = (typeof lookups.$inferInsert)[];

/** Answers are kept this many at a time: what a crash may cost, against a transaction for each. */
const KEPT_AT_ONCE = 5;

/** Asks what has no answer yet and keeps the answers as it goes, so that a run that goes on does not begin anew. */
export async function answerQueries(
  place: Place,
  ask: Ask,
  signal: AbortSignal,
  told: (done: number, total: number, about: string) => Promise<void>,
): Promise<void> {
  const { runId, organizationId } = place;
  const rows = await readLookups(place);
  let found: Found = [];
  try {
    for (const [at, { query, answer: known, position }] of rows.entries()) {
      signal.throwIfAborted();
      await told(at, rows.length, query.about);
      if (known !== null) continue;
      const limit = query.purpose === 'model' ? MODEL_HITS : HITS;
      const answer = await ask(query.question, limit, IN_OWN_WORDS.has(query.purpose) ? 'all' : 'words');
      found.push({ runId, position, organizationId, query, answer });
      if (found.length < KEPT_AT_ONCE) continue;
      await keep(place, found);
      found = [];
    }
  } finally {
    await keep(place, found);
  }
}

async function keep({ kit, organizationId }: Place, found: Found): Promise<void> {
  if (found.length === 0) return;
  await kit.database.withTenant([organizationId], async ({ db }) => {
    for (const lookup of found) {
      const place = and(eq(lookups.runId, lookup.runId), eq(lookups.position, lookup.position));
      const made = await db.insert(lookups).values(lookup).onConflictDoNothing().returning();
      if (made.length === 0) await db.update(lookups).set({ answer: lookup.answer }).where(place);
    }
  });
}
