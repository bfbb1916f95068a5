import type { Diagram, DiagramLane, DiagramNode } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import {
  applyDiagramEdits,
  condenseEdits,
  diffDiagrams,
  edgeKey,
  layoutDiagram,
  renderDiagramSvg,
} from './index.ts';
import { wrapText } from './wrap-text.ts';

const node = (id: string, lane: DiagramLane): DiagramNode => ({
  ...{ id, lane, kind: 'other', name: { zh: `${id}盒`, en: `Box ${id}` }, detail: null },
  ...{ standing: 'proposed', citations: [], edited: false },
});
const edge = (from: string, to: string): Diagram['edges'][number] => ({
  ...{ from, to, label: null, standing: 'proposed' },
});
const DIAGRAM: Diagram = {
  nodes: [
    ...[node('web', 'channels'), node('phone', 'channels'), node('gate', 'entry'), node('guard', 'entry')],
    ...[node('app', 'application'), node('a', 'intelligence'), node('b', 'intelligence')],
    ...[node('c', 'intelligence'), node('crm', 'systems'), node('log', 'operations')],
  ],
  edges: [
    ...[edge('web', 'gate'), edge('phone', 'gate'), edge('gate', 'guard'), edge('guard', 'app')],
    ...[edge('app', 'a'), edge('app', 'b'), edge('app', 'c'), edge('app', 'crm'), edge('crm', 'web')],
    ...[edge('a', 'c'), edge('app', 'log'), edge('web', 'crm')],
  ],
};

test('boxes do not overlap and stand in their lane; no line runs through a box', () => {
  const { boxes, lanes, paths, width, height } = layoutDiagram(DIAGRAM);
  for (const [at, one] of boxes.entries()) {
    const lane = lanes.find((each) => each.lane === one.node.lane);
    expect(lane !== undefined && one.x >= lane.x && one.x + one.width <= lane.x + lane.width).toBe(true);
    expect(one.y + one.height).toBeLessThan(height);
    for (const other of boxes.slice(at + 1))
      expect(
        one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y,
      ).toBe(true);
  }
  expect(paths).toHaveLength(DIAGRAM.edges.length);
  for (const { edge: drawn, points } of paths)
    for (const [at, end] of points.slice(1).entries()) {
      const start = points[at] ?? end;
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
      const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
      expect(left >= 0 && right <= width).toBe(true);
      const hit = boxes.find(
        (box) =>
          right > box.x + 1 &&
          left < box.x + box.width - 1 &&
          bottom > box.y + 1 &&
          top < box.y + box.height - 1,
      );
      expect([edgeKey(drawn), hit?.node.id]).toEqual([edgeKey(drawn), undefined]);
    }
});

test('edits are replayed onto another drawing; what is no longer there is passed over', () => {
  const edited = applyDiagramEdits(DIAGRAM, [
    { kind: 'rename', nodeId: 'gate', name: 'Kong' },
    { kind: 'rename', nodeId: 'gone', name: 'Nothing' },
    { kind: 'add', nodeId: 'mine', name: 'Mainframe', lane: 'systems', what: 'system' },
    { kind: 'move', nodeId: 'mine', lane: 'systems', index: 0 },
    { kind: 'connect', from: 'app', to: 'mine' },
    { kind: 'connect', from: 'app', to: 'gone' },
    { kind: 'remove', nodeId: 'b' },
    { kind: 'disconnect', from: 'app', to: 'crm' },
  ]);
  expect(edited.nodes.find(({ id }) => id === 'gate')).toMatchObject({ name: { en: 'Kong' }, edited: true });
  expect(edited.nodes.filter(({ lane }) => lane === 'systems').map(({ id }) => id)).toEqual(['mine', 'crm']);
  expect(edited.edges.map(edgeKey)).toContain('app→mine');
  expect(edited.edges.some(({ from, to }) => [from, to].includes('b') || to === 'gone')).toBe(false);
  expect(edited.edges.map(edgeKey)).not.toContain('app→crm');
});

test('only the last name of a box and the last word on a line are kept', () => {
  expect(
    condenseEdits([
      { kind: 'rename', nodeId: 'a', name: 'x' },
      { kind: 'connect', from: 'a', to: 'b' },
      { kind: 'rename', nodeId: 'a', name: 'y' },
      { kind: 'disconnect', from: 'a', to: 'b' },
    ]),
  ).toEqual([
    { kind: 'rename', nodeId: 'a', name: 'y' },
    { kind: 'disconnect', from: 'a', to: 'b' },
  ]);
});

test('two diagrams are told apart: new, gone, renamed, moved to another part', () => {
  const after = applyDiagramEdits(DIAGRAM, [
    { kind: 'rename', nodeId: 'gate', name: 'Kong' },
    { kind: 'remove', nodeId: 'c' },
    { kind: 'add', nodeId: 'mine', name: 'Mainframe', lane: 'systems', what: 'system' },
    { kind: 'move', nodeId: 'log', lane: 'systems', index: 0 },
  ]);
  const { nodes, edges, before, diagram } = diffDiagrams(DIAGRAM, after);
  expect(nodes).toMatchObject({ gate: 'changed', c: 'removed', mine: 'added', log: 'changed', web: 'same' });
  expect(edges).toMatchObject({ 'app→c': 'removed', 'web→gate': 'same' });
  expect(before).toEqual({ gate: { zh: 'gate盒', en: 'Box gate' } });
  expect(diagram.nodes.map(({ id }) => id)).toContain('c');
});

test('the picture is one SVG in either language; names cannot break out of it', () => {
  const hostile = applyDiagramEdits(DIAGRAM, [
    { kind: 'rename', nodeId: 'crm', name: '<script>alert("x")</script>' },
  ]);
  const { svg } = renderDiagramSvg(hostile, { language: 'zh', theme: 'dark' });
  expect(svg).toContain('触点渠道');
  expect(svg).not.toContain('<script');
  expect(svg.startsWith('<svg') && svg.endsWith('</svg>')).toBe(true);
  expect(svg).not.toMatch(/NaN|undefined/);
});

test('a name wraps between words or Chinese characters and is cut after its last line', () => {
  expect(wrapText('Cloud-native API Gateway', 110, 13, true, 2)).toEqual(['Cloud-native API', 'Gateway']);
  const cut = wrapText('云原生数据仓库分析型数据库很长的名字还要更长', 130, 13, true, 2);
  expect(cut).toHaveLength(2);
  expect(cut[1]?.endsWith('…')).toBe(true);
});
