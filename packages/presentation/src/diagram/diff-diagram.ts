import type { Diagram, DiagramChange, DiagramDiff, DiagramNode, LocalizedText } from '@tokenholic/contracts';
import { edgeKey } from './edit-diagram.ts';

const isSameName = (first: DiagramNode, second: DiagramNode) =>
  first.name.zh === second.name.zh && first.name.en === second.name.en;

/** Two diagrams drawn as one: what stayed, came, went, and was renamed or moved to another lane. */
export function diffDiagrams(before: Diagram, after: Diagram): DiagramDiff {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Set(after.nodes.map(({ id }) => id));
  const gone = before.nodes.filter(({ id }) => !now.has(id));
  const nodes: Record<string, DiagramChange> = {};
  const names: Record<string, LocalizedText> = {};
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (was === undefined) nodes[node.id] = 'added';
    else if (isSameName(was, node) && was.lane === node.lane) nodes[node.id] = 'same';
    else {
      nodes[node.id] = 'changed';
      if (!isSameName(was, node)) names[node.id] = was.name;
    }
  }
  for (const { id } of gone) nodes[id] = 'removed';
  const oldEdges = new Set(before.edges.map(edgeKey));
  const newEdges = new Set(after.edges.map(edgeKey));
  const edges: Record<string, DiagramChange> = {};
  for (const key of newEdges) edges[key] = oldEdges.has(key) ? 'same' : 'added';
  const goneEdges = before.edges.filter((edge) => !newEdges.has(edgeKey(edge)));
  for (const edge of goneEdges) edges[edgeKey(edge)] = 'removed';
  return {
    diagram: { nodes: [...after.nodes, ...gone], edges: [...after.edges, ...goneEdges] },
    nodes,
    edges,
    before: names,
  };
}
