import type { Diagram, DiagramEdge, DiagramEdit, DiagramNode } from '@tokenholic/contracts';

export const edgeKey = ({ from, to }: Pick<DiagramEdge, 'from' | 'to'>) => `${from}→${to}`;

/** A diagram with a person's edits replayed onto it; an edit of something that is no longer drawn changes nothing. */
export function applyDiagramEdits(diagram: Diagram, edits: readonly DiagramEdit[]): Diagram {
  return edits.reduce(applyEdit, diagram);
}

function applyEdit(diagram: Diagram, edit: DiagramEdit): Diagram {
  const { nodes, edges } = diagram;
  const has = (id: string) => nodes.some((node) => node.id === id);
  switch (edit.kind) {
    case 'rename':
      return {
        edges,
        nodes: nodes.map((node) =>
          node.id === edit.nodeId ? { ...node, name: { zh: edit.name, en: edit.name }, edited: true } : node,
        ),
      };
    case 'add':
      return has(edit.nodeId) ? diagram : { edges, nodes: [...nodes, newNode(edit)] };
    case 'remove':
      return {
        nodes: nodes.filter(({ id }) => id !== edit.nodeId),
        edges: edges.filter(({ from, to }) => from !== edit.nodeId && to !== edit.nodeId),
      };
    case 'move':
      return { edges, nodes: moved(nodes, edit) };
    case 'connect':
      return edit.from === edit.to ||
        !has(edit.from) ||
        !has(edit.to) ||
        edges.some((edge) => edgeKey(edge) === edgeKey(edit))
        ? diagram
        : {
            nodes,
            edges: [...edges, { from: edit.from, to: edit.to, label: null, standing: 'added' as const }],
          };
    case 'disconnect':
      return { nodes, edges: edges.filter((edge) => edgeKey(edge) !== edgeKey(edit)) };
  }
}

function newNode({ nodeId, name, lane, what }: Extract<DiagramEdit, { kind: 'add' }>): DiagramNode {
  return {
    id: nodeId,
    lane,
    kind: what,
    name: { zh: name, en: name },
    detail: null,
    standing: 'added',
    citations: [],
    edited: false,
  };
}

/** Nodes stand in their lane in the order of the list: the node goes before the one that has its new place now. */
function moved(
  nodes: readonly DiagramNode[],
  { nodeId, lane, index }: Extract<DiagramEdit, { kind: 'move' }>,
): DiagramNode[] {
  const node = nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return [...nodes];
  const others = nodes.filter(({ id }) => id !== nodeId);
  const next = others.filter((other) => other.lane === lane)[index];
  const at = next === undefined ? others.length : others.indexOf(next);
  return [...others.slice(0, at), { ...node, lane, edited: true }, ...others.slice(at)];
}

/** Edits that undo each other leave nothing to save: the last name of a node counts, and an added node that went again is forgotten. */
export function condenseEdits(edits: readonly DiagramEdit[]): DiagramEdit[] {
  return edits.filter((edit, at) => {
    const later = edits.slice(at + 1);
    if (edit.kind === 'rename')
      return !later.some((other) => other.kind === 'rename' && other.nodeId === edit.nodeId);
    if (edit.kind === 'connect' || edit.kind === 'disconnect')
      return !later.some(
        (other) =>
          (other.kind === 'connect' || other.kind === 'disconnect') && edgeKey(other) === edgeKey(edit),
      );
    return true;
  });
}
