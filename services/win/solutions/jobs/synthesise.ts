import type { LocalizedText, SolutionContent } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { applyDiagramEdits } from '@tokenholic/presentation/diagram';
import { reference } from '@tokenholic/reference';
import { saveVersion } from '../commands/save-version.ts';
import { answerPoints } from '../domain/refine/answer-points.ts';
import { keepLocked } from '../domain/refine/merge.ts';
import { namedThings } from '../domain/refine/names.ts';
import type { runs, solutions, versions } from '../tables.ts';

const names = new Map(namedThings(reference).map(({ id, name }) => [id, name]));
const nameOf = (id: string): LocalizedText => names.get(id) ?? { zh: id, en: id };
const openModels = new Set(
  reference.models.filter(({ openWeights }) => openWeights === true).map(({ id }) => id),
);

type Row = typeof versions.$inferSelect;
export interface Story {
  run: typeof runs.$inferSelect;
  solution: typeof solutions.$inferSelect;
  /** The version it goes on from; null for the first. */
  parent: Row | null;
  wishes: Row['wishes'];
}

/** What was written, with locked parts as they were and everything drawn by hand on it. */
export function finishContent({ run, parent }: Story, written: SolutionContent): SolutionContent {
  const { request } = run;
  if (request.kind === 'propose' || parent === null) return written;
  const drawn = { ...written, diagram: applyDiagramEdits(written.diagram, parent.diagramEdits) };
  return keepLocked(drawn, parent.content, request.locked);
}

/** Saves the version a run made and says so, all in the transaction of the run's progress. */
export async function saveMade(
  kit: Kit,
  tx: TenantTransaction,
  { run, solution, parent, wishes }: Story,
  content: SolutionContent,
): Promise<{ version: number }> {
  const { organizationId, request, by } = run;
  const { id: solutionId, title } = solution;
  const base = { solutionId, organizationId, content, wishes, restoredFrom: null, reason: null, by };
  const { savingCny } = content.cost;
  if (request.kind === 'propose' || parent === null) {
    const nothing = { parent: null, feedback: null, points: [], answers: [], locked: [], diagramEdits: [] };
    const version = await saveVersion(kit, tx, { ...base, ...nothing });
    const products = content.products.map((product) => product.id);
    await tx.publish(organizationId, 'solution.proposed', {
      solutionId,
      version,
      title,
      savingCny,
      products,
    });
    return { version };
  }
  const { from, feedback, points, locked } = request;
  const answers = answerPoints(points, {
    ...{ before: parent.content, after: content, locked, nameOf },
    hasOpenWeights: (id) => openModels.has(id),
  });
  const { diagramEdits } = parent;
  const version = await saveVersion(kit, tx, {
    ...{ ...base, parent: from, feedback, points, answers, locked, diagramEdits },
  });
  await tx.publish(organizationId, 'solution.refined', {
    ...{ solutionId, version, title, savingCny, points: points.length },
  });
  return { version };
}
