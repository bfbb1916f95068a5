import type { Diagram, EditDiagram } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { applyDiagramEdits, condenseEdits } from '@tokenholic/presentation/diagram';
import { diagramFull, nothingDrawn } from '../domain/failures.ts';
import { loadSolution, loadVersion } from '../queries/solutions.ts';
import { saveVersion } from './save-version.ts';

/** What a person drew becomes a version of its own; the edits are kept and replayed onto every version made from it. */
export async function editDiagram(
  kit: Kit,
  { user }: Pick<Principal, 'user'>,
  organizationIds: readonly string[],
  solutionId: string,
  { from, edits, reason }: EditDiagram,
): Promise<void> {
  await kit.database.withTenant(organizationIds, async (tx) => {
    const { organizationId } = await loadSolution(tx, solutionId);
    const parent = await loadVersion(tx, solutionId, from);
    const diagram = applyDiagramEdits(parent.content.diagram, edits);
    if (isSame(diagram, parent.content.diagram)) throw nothingDrawn();
    if (diagram.nodes.length > 80 || diagram.edges.length > 200) throw diagramFull();
    const { wishes, locked } = parent;
    const diagramEdits = condenseEdits([...parent.diagramEdits, ...edits]);
    const number = await saveVersion(kit, tx, {
      ...{ solutionId, organizationId, parent: from, wishes, locked, diagramEdits, reason },
      content: { ...parent.content, diagram },
      ...{ feedback: null, points: [], answers: [], restoredFrom: null, by: user.name },
    });
    const change = { before: { version: from }, after: { version: number, edits: edits.length } };
    await tx.audit(organizationId, {
      ...{ action: 'solution.draw', subject: solutionId, ...change },
      ...(reason === null ? {} : { reason }),
    });
  });
}

const isSame = (first: Diagram, second: Diagram) =>
  JSON.stringify([first.nodes, first.edges]) === JSON.stringify([second.nodes, second.edges]);
