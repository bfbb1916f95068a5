import type { DiagramEdit, DiagramLane } from '@tokenholic/contracts';
import type { DiagramLayout } from '@tokenholic/presentation/diagram';

type Box = DiagramLayout['boxes'][number];
export type Direction = 'left' | 'right' | 'up' | 'down';
type Move = Extract<DiagramEdit, { kind: 'move' }>;

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** The node that is next in a direction: the nearest of those that lie there, straight ahead before aside. */
export function neighbourOf(layout: DiagramLayout, id: string, direction: Direction): string | null {
  const from = layout.boxes.find(({ node }) => node.id === id);
  if (from === undefined) return null;
  const start = middleOf(from);
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const ahead = layout.boxes.flatMap((box) => {
    const { x, y } = middleOf(box);
    const [along, aside] = isAcross ? [x - start.x, y - start.y] : [y - start.y, x - start.x];
    return along * sign < 8 ? [] : [{ id: box.node.id, far: along * sign + Math.abs(aside) * 2 }];
  });
  return ahead.sort((first, second) => first.far - second.far)[0]?.id ?? null;
}

/** Where a node stands among those of its lane. */
function placeOf(layout: DiagramLayout, id: string): { lane: DiagramLane; index: number } | null {
  const box = layout.boxes.find(({ node }) => node.id === id);
  if (box === undefined) return null;
  const members = layout.boxes.filter(({ node }) => node.lane === box.node.lane);
  return { lane: box.node.lane, index: members.findIndex(({ node }) => node.id === id) };
}

/** The edit that moves a node one step by key: along its lane, or to the lane beside it. Null at the edge. */
export function stepMove(layout: DiagramLayout, nodeId: string, direction: Direction): Move | null {
  const place = placeOf(layout, nodeId);
  if (place === null) return null;
  const { lane, index } = place;
  const alongLane = lane === 'operations' ? ['left', 'right'] : ['up', 'down'];
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  if (alongLane.includes(direction)) {
    const members = layout.boxes.filter(({ node }) => node.lane === lane).length;
    const next = index + step;
    return next < 0 || next >= members ? null : { kind: 'move', nodeId, lane, index: next };
  }
  const drawn = layout.lanes.map((one) => one.lane);
  const next = drawn[drawn.indexOf(lane) + step];
  if (next === undefined) return null;
  const most = layout.boxes.filter(({ node }) => node.lane === next).length;
  return { kind: 'move', nodeId, lane: next, index: Math.min(index, most) };
}

/** The edit of a node let go at a point: the lane it is over, before the first box that lies beyond. Null where nothing changes. */
export function dropMove(layout: DiagramLayout, nodeId: string, x: number, y: number): Move | null {
  const place = placeOf(layout, nodeId);
  const lane = layout.lanes.find(
    (one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height,
  )?.lane;
  if (place === null || lane === undefined) return null;
  const others = layout.boxes.filter(({ node }) => node.lane === lane && node.id !== nodeId);
  const index = others.filter((box) => {
    const middle = middleOf(box);
    return lane === 'operations' ? middle.x < x : middle.y < y;
  }).length;
  return lane === place.lane && index === place.index ? null : { kind: 'move', nodeId, lane, index };
}
