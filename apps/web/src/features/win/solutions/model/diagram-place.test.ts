import type { Diagram } from '@tokenholic/contracts';
import { layoutDiagram } from '@tokenholic/presentation/diagram';
import { expect, test } from 'vitest';
import { dropMove, neighbourOf, stepMove } from './diagram-place';

const node = (id: string, lane: Diagram['nodes'][number]['lane']): Diagram['nodes'][number] => ({
  ...{ id, lane, kind: 'other', name: { zh: id, en: id }, detail: null },
  ...{ standing: 'proposed', citations: [], edited: false },
});
const layout = layoutDiagram({
  nodes: [node('a', 'channels'), node('b', 'channels'), node('c', 'application'), node('o', 'operations')],
  edges: [],
});
const middle = (id: string) => {
  const box = layout.boxes.find((one) => one.node.id === id);
  return [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10] as const;
};

test('arrow keys go to the box that lies there, and nowhere at the edge', () => {
  expect(neighbourOf(layout, 'a', 'down')).toBe('b');
  expect(neighbourOf(layout, 'a', 'right')).toBe('c');
  expect(neighbourOf(layout, 'c', 'left')).toMatch(/[ab]/);
  expect(neighbourOf(layout, 'a', 'left')).toBeNull();
});

test('a node moves one step along its lane or to the lane beside it', () => {
  expect(stepMove(layout, 'a', 'down')).toEqual({ kind: 'move', nodeId: 'a', lane: 'channels', index: 1 });
  expect(stepMove(layout, 'a', 'right')).toEqual({
    kind: 'move',
    nodeId: 'a',
    lane: 'application',
    index: 0,
  });
  expect(stepMove(layout, 'a', 'up')).toBeNull();
  expect(stepMove(layout, 'a', 'left')).toBeNull();
});

test('a node that is let go over a lane stands there in the order of the pointer; let go outside it stays', () => {
  const [x, y] = middle('c');
  expect(dropMove(layout, 'a', x, y - 30)).toMatchObject({ lane: 'application', index: 0 });
  expect(dropMove(layout, 'a', x, y + 60)).toMatchObject({ lane: 'application', index: 1 });
  expect(dropMove(layout, 'a', -50, -50)).toBeNull();
  expect(dropMove(layout, 'a', ...middle('a'))).toBeNull();
});
