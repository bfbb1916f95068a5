import type { LocalizedText, RefineSolution, SolutionVersion } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import { desc, eq } from 'drizzle-orm';
import { nothingToAnswer } from '../domain/failures.ts';
import { answerPoints } from '../domain/refine/answer-points.ts';
import { keepLocked, mergeWishes } from '../domain/refine/merge.ts';
import { namedThings } from '../domain/refine/names.ts';
import { WRITE_QUEUE } from '../jobs/write-answer.ts';
import type { Sources } from '../ports.ts';
import { loadSolution, loadVersion, presentVersion } from '../queries/solutions.ts';
import { solutions, versions } from '../tables.ts';
import { readFeedbackTask } from '../tasks/read-feedback.ts';
import { draft } from './draft.ts';

const things = namedThings(reference);
const task = readFeedbackTask(things);
const names = new Map(things.map(({ id, name }) => [id, name]));
const nameOf = (id: string): LocalizedText => names.get(id) ?? { zh: id, en: id };
const openModels = new Set(
  reference.models.filter(({ openWeights }) => openWeights === true).map(({ id }) => id),
);

/** The points a text makes, for the person to look over before anything is run. */
export async function readPoints(llm: Llm, organizationId: string, feedback: string) {
  const { output, engine } = await llm.run(task, { feedback }, { organizationId });
  return { points: output.points, engine };
}

/** Makes the next version: it answers each kept point, keeps all earlier wishes, and leaves locked parts as they were. */
export async function refineSolution(
  kit: Kit,
  sources: Sources,
  llm: Llm,
  { homeOrganizationId: vendorId, user }: Pick<Principal, 'homeOrganizationId' | 'user'>,
  organizationIds: readonly string[],
  solutionId: string,
  { feedback, from, points: shown, locked }: RefineSolution,
): Promise<SolutionVersion> {
  const { solution, parent } = await kit.database.withTenant(organizationIds, async (tx) => ({
    solution: await loadSolution(tx, solutionId),
    parent: await loadVersion(tx, solutionId, from),
  }));
  const { organizationId, clientId, subject, title } = solution;
  const points = task.accept?.({ points: shown }, { feedback }).points ?? [];
  if (points.length === 0) throw nothingToAnswer();
  const wishes = mergeWishes(
    parent.wishes,
    points.map(({ wish }) => wish),
  );
  const { content: written } = await draft(sources, vendorId, clientId, subject, wishes);
  const content = keepLocked(written, parent.content, locked);
  const hasOpenWeights = (id: string) => openModels.has(id);
  const writes = (await llm.hasModel()) && !locked.includes('summary');
  const answers = answerPoints(points, {
    before: parent.content,
    after: content,
    locked,
    nameOf,
    hasOpenWeights,
  });
  return kit.database.withTenant([organizationId], async (tx) => {
    // Numbers are given under this lock: two refinements at once make two branches.
    await tx.db.select().from(solutions).where(eq(solutions.id, solutionId)).for('update');
    const [last] = await tx.db
      .select({ number: versions.number })
      .from(versions)
      .where(eq(versions.solutionId, solutionId))
      .orderBy(desc(versions.number))
      .limit(1);
    const number = (last?.number ?? 0) + 1;
    const row = {
      ...{
        solutionId,
        number,
        organizationId,
        parent: from,
        content,
        wishes,
        feedback,
        points,
        answers,
        locked,
      },
      ...{ restoredFrom: null, by: user.name, at: kit.now() },
    };
    await tx.db.insert(versions).values(row);
    await tx.db
      .update(solutions)
      .set({ current: number, writing: writes })
      .where(eq(solutions.id, solutionId));
    if (writes) await tx.requestJob(organizationId, WRITE_QUEUE, { solutionId, number, vendorId });
    const { savingCny } = content.cost;
    await tx.publish(organizationId, 'solution.refined', {
      solutionId,
      version: number,
      title,
      savingCny,
      points: points.length,
    });
    return presentVersion(row);
  });
}
