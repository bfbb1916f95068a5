import type { CreateTrialQuestion, TrialQuestion, TrialRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, asc, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Semantics } from '../adapters/semantics.ts';
import { documentUnknown, noTrialQuestions } from '../domain/failures.ts';
import { rankOf, shareWithin } from '../domain/trial.ts';
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

/** Asks every question of a collection and keeps at which place its passage came. */
export async function runTrial(
  kit: Kit,
  { translate, semantics }: { translate: Translate; semantics: Semantics },
  organizationId: string,
  collectionId: string,
): Promise<TrialRun> {
  const questions = await listTrialQuestions(kit, organizationId, collectionId);
  if (questions.length === 0) throw noTrialQuestions();
  const outcomes: TrialRun['outcomes'] = [];
  for (const expected of questions) {
    const wanted = { question: expected.question, collectionIds: [collectionId], limit: PLACES };
    const { hits } = await search(kit, [organizationId], translate, wanted, semantics);
    outcomes.push({ questionId: expected.id, rank: rankOf(hits, expected) });
  }
  const row = { id: uuidv7(), organizationId, collectionId, at: kit.now(), outcomes };
  await kit.database.withTenant([organizationId], ({ db }) => db.insert(trialRuns).values(row));
  return present(row);
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
      .orderBy(desc(trialRuns.at))
      .limit(RUNS_SHOWN),
  );
  return rows.reverse().map(present);
}

function present({ id, at, outcomes }: typeof trialRuns.$inferSelect): TrialRun {
  return {
    ...{ id, outcomes, at: at.toISOString(), questions: outcomes.length },
    first: shareWithin(outcomes, 1),
    firstFive: shareWithin(outcomes, 5),
  };
}
