import type { Diagram, DiagramEdge, DiagramLane, DiagramNode } from '@tokenholic/contracts';
import { edgeKey } from './edit-diagram.ts';
import { type Point, type Rectangle, routeOf, type Street } from './route-edge.ts';
import { lanes } from './words.ts';

export const BOX = { width: 184, height: 62 };
const GAP_X = 60;
const GAP_Y = 16;
const PAD = 24;
const HEADER = 40;
/** Room above the boxes for lines that pass a whole column. */
const CORRIDOR = 26;

export interface DiagramLayout {
  width: number;
  height: number;
  lanes: ({ lane: DiagramLane } & Rectangle)[];
  boxes: ({ node: DiagramNode } & Rectangle)[];
  paths: { edge: DiagramEdge; points: Point[] }[];
}

/** Columns from left to right, operations as a band below; an empty column takes no room. Pixels, origin at the top left. */
export function layoutDiagram({ nodes, edges }: Diagram): DiagramLayout {
  const columns = lanes
    .filter((lane) => lane !== 'operations')
    .map((lane) => ({ lane, members: nodes.filter((node) => node.lane === lane) }))
    .filter(({ members }) => members.length > 0);
  const band = nodes.filter(({ lane }) => lane === 'operations');
  const tallest = Math.max(1, ...columns.map(({ members }) => members.length));
  const inner = tallest * BOX.height + (tallest - 1) * GAP_Y;
  const top = PAD + HEADER + CORRIDOR;
  const count = Math.max(columns.length, Math.min(band.length, 4), 1);
  const width = PAD * 2 + count * BOX.width + (count - 1) * GAP_X;
  const boxes: DiagramLayout['boxes'] = [];
  const drawnLanes: DiagramLayout['lanes'] = [];
  const streets: Street[] = [];
  for (const [at, { lane, members }] of columns.entries()) {
    const x = PAD + at * (BOX.width + GAP_X);
    const free = inner - (members.length * BOX.height + (members.length - 1) * GAP_Y);
    drawnLanes.push({
      lane,
      x: x - 12,
      y: PAD,
      width: BOX.width + 24,
      height: HEADER + CORRIDOR + inner + 12,
    });
    for (const [row, node] of members.entries())
      boxes.push({ node, x, y: top + free / 2 + row * (BOX.height + GAP_Y), ...BOX });
    streets.push({ left: x + BOX.width, right: x + BOX.width + GAP_X });
  }
  const columnsEnd = columns.length === 0 ? PAD : top + inner + 12;
  const bandEnd = placeBand(band, width, columnsEnd, boxes, drawnLanes);
  return {
    width,
    height: bandEnd + PAD,
    lanes: drawnLanes,
    boxes,
    paths: route(edges, boxes, { streets, corridor: PAD + HEADER + 4, floor: columnsEnd + 10 }),
  };
}

function placeBand(
  band: readonly DiagramNode[],
  width: number,
  from: number,
  boxes: DiagramLayout['boxes'],
  drawnLanes: DiagramLayout['lanes'],
): number {
  if (band.length === 0) return from;
  const y = from + 20;
  const perRow = Math.max(1, Math.floor((width - PAD * 2 + 20) / (BOX.width + 20)));
  const rows = Math.ceil(band.length / perRow);
  const height = HEADER + rows * BOX.height + (rows - 1) * GAP_Y + 12;
  drawnLanes.push({ lane: 'operations', x: PAD - 12, y, width: width - PAD * 2 + 24, height });
  for (const [at, node] of band.entries())
    boxes.push({
      node,
      x: PAD + (at % perRow) * (BOX.width + 20),
      y: y + HEADER + Math.floor(at / perRow) * (BOX.height + GAP_Y),
      ...BOX,
    });
  return y + height;
}

interface Ground {
  streets: readonly Street[];
  corridor: number;
  floor: number;
}

/** Each edge leaves and enters at a place of its own along the side of its box, ordered by where it goes. */
function route(
  edges: readonly DiagramEdge[],
  boxes: DiagramLayout['boxes'],
  ground: Ground,
): DiagramLayout['paths'] {
  const boxOf = new Map(boxes.map((box) => [box.node.id, box]));
  const known = edges.filter(({ from, to }) => boxOf.has(from) && boxOf.has(to));
  const middle = (id: string) => (boxOf.get(id)?.y ?? 0) + BOX.height / 2;
  const port = (
    id: string,
    key: string,
    all: readonly DiagramEdge[],
    other: (edge: DiagramEdge) => string,
  ) => {
    const sorted = [...all].sort((first, second) => middle(other(first)) - middle(other(second)));
    const at = sorted.findIndex((edge) => edgeKey(edge) === key);
    return (boxOf.get(id)?.y ?? 0) + (BOX.height * (at + 1)) / (sorted.length + 1);
  };
  return known.flatMap((edge, at) => {
    const [source, target] = [boxOf.get(edge.from), boxOf.get(edge.to)];
    if (source === undefined || target === undefined) return [];
    const key = edgeKey(edge);
    const leaving = known.filter(({ from }) => from === edge.from);
    const arriving = known.filter(({ to }) => to === edge.to);
    return [
      {
        edge,
        points: routeOf({
          ...{ source, target, boxes, ...ground },
          leavesAt: port(edge.from, key, leaving, ({ to }) => to),
          arrivesAt: port(edge.to, key, arriving, ({ from }) => from),
          // Lines beside each other in one gap keep apart.
          track: (at % 5) / 6 + 1 / 6,
        }),
      },
    ];
  });
}
