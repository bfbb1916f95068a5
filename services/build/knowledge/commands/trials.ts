import type { CreateTrialQuestion, TrialQuestion, TrialRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, asc, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Semantics } from '../adapters/semantics.ts';
import { documentUnknown, noTrialQuestions } from '../domain/failures.ts';
import { rankOf, scoreOf } from '../domain/trial.ts';
import { isEmbedded } from '../jobs/embed-collection.ts';
import { search, type Translate } from '../queries/search.ts';
import { documents, trialQuestions, trialRuns } from '../tables.ts';
import { requireOwnCollection } from './collections.ts';

const PLACES = 10;
const RUNS_SHOWN = 30;

export function listTrialQuestions(
  kit: Kit,
  organizationId: string,
  collectionId: string,
): Promise<TrialQuestion[]> {
  return kit.database.withTenant([organizationId], async (tx) => {
    await requireOwnCollection(tx, collectionId);
    return tx.db
      .select({
        ...{
          id: trialQuestions.id,
          collectionId: trialQuestions.collectionId,
          question: trialQuestions.question,
        },
        ...{ documentId: documents.id, documentTitle: documents.title, passage: trialQuestions.passage },
      })
      .from(trialQuestions)
      .innerJoin(documents, eq(documents.id, trialQuestions.documentId))
      .where(eq(trialQuestions.collectionId, collectionId))
      .orderBy(asc(trialQuestions.createdAt))
      .limit(500);
  });
}

/** Notes a question and the passage that should answer it. */
export async function addTrialQuestion(
  kit: Kit,
  organizationId: string,
  collectionId: string,
  { question, documentId, passage, id }: CreateTrialQuestion & { id?: string },
): Promise<void> {
  await kit.database.withTenant([organizationId], async (tx) => {
    await requireOwnCollection(tx, collectionId);
    const inCollection = and(eq(documents.id, documentId), eq(documents.collectionId, collectionId));
    const [document] = await tx.db.select({ id: documents.id }).from(documents).where(inCollection);
    if (document === undefined) throw documentUnknown();
    await tx.db
      .insert(trialQuestions)
      .values({
        ...{ id: id ?? uuidv7(), organizationId, collectionId, documentId, question, passage },
        createdAt: kit.now(),
      })
      .onConflictDoNothing();
  });
}

export async function removeTrialQuestion(
  kit: Kit,
  organizationId: string,
  questionId: string,
): Promise<void> {
  await kit.database.withTenant([organizationId], ({ db }) =>
    db.delete(trialQuestions).where(eq(trialQuestions.id, questionId)),
  );
}

interface Searching {
  translate: Translate;
  semantics: Semantics;
}

/**
 * Asks every question of a collection and keeps at which place its passage came. Where all of it can be found by meaning,
 * the questions are asked by words alone as well.
 */
export async function runTrial(
  kit: Kit,
  searching: Searching,
  organizationId: string,
  collectionId: string,
): Promise<TrialRun> {
  const questions = await listTrialQuestions(kit, organizationId, collectionId);
  if (questions.length === 0) throw noTrialQuestions();
  const askAll = (by: 'words' | 'all') =>
    ask(kit, searching, organizationId, { collectionId, questions, by });
  const ready = await isEmbedded(kit, searching.semantics, organizationId, collectionId);
  const asPeopleAsk = await askAll('all');
  const words = ready && asPeopleAsk.byMeaning ? await askAll('words') : null;
  const row = {
    ...{ id: uuidv7(), organizationId, collectionId, at: kit.now() },
    ...{ outcomes: asPeopleAsk.outcomes, wordsOutcomes: words?.outcomes ?? null },
  };
  await kit.database.withTenant([organizationId], ({ db }) => db.insert(trialRuns).values(row));
  return present(row);
}

interface Asking {
  collectionId: string;
  questions: readonly TrialQuestion[];
  by: 'words' | 'all';
}

/** Where the passages came, and whether meaning had its say in every answer: a provider may fail halfway. */
async function ask(
  kit: Kit,
  { translate, semantics }: Searching,
  organizationId: string,
  { collectionId, questions, by }: Asking,
): Promise<{ outcomes: TrialRun['outcomes']; byMeaning: boolean }> {
  const outcomes: TrialRun['outcomes'] = [];
  let byMeaning = true;
  for (const expected of questions) {
    const wanted = { question: expected.question, collectionIds: [collectionId], limit: PLACES, by };
    const answer = await search(kit, [organizationId], translate, wanted, semantics);
    outcomes.push({ questionId: expected.id, rank: rankOf(answer.hits, expected) });
    byMeaning &&= answer.by === 'all';
  }
  return { outcomes, byMeaning };
}

/** The last thirty runs, oldest first: how well the collection answers, over time. */
export async function listTrialRuns(
  kit: Kit,
  organizationId: string,
  collectionId: string,
): Promise<TrialRun[]> {
  const rows = await kit.database.withTenant([organizationId], ({ db }) =>
    db
      .select()
      .from(trialRuns)
      .where(eq(trialRuns.collectionId, collectionId))
      .orderBy(desc(trialRuns.at), desc(trialRuns.id))
      .limit(RUNS_SHOWN),
  );
  return rows.reverse().map(present);
}

function present({ id, at, outcomes, wordsOutcomes }: typeof trialRuns.$inferSelect): TrialRun {
  return {
    ...{ id, at: at.toISOString(), questions: outcomes.length, ...scoreOf(outcomes) },
    words: wordsOutcomes === null ? null : scoreOf(wordsOutcomes),
  };
}
