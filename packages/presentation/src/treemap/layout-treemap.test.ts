import { expect, test } from 'vitest';
import { column } from '../skyline/layout.fixture.ts';
import { layoutTreemap } from './layout-treemap.ts';

const size = { width: 1_200, height: 700 };
const uses = (count: number) => ({
  useCases: Array.from({ length: count }, (_, index) => column(`use-${index}`, (count - index) * 1e11)),
});
const area = ({ width, height }: { width: number; height: number }) => width * height;

test('within a use case the area of a tile is its share', () => {
  for (const block of layoutTreemap(uses(1), size).blocks) {
    const whole = block.tiles.reduce((sum, tile) => sum + area(tile), 0);
    for (const laid of block.tiles) expect(area(laid) / whole).toBeCloseTo(laid.tile.share, 1);
  }
});

test('every model of sixty use cases has its place on the board, and none lies on another', () => {
  const { blocks } = layoutTreemap(uses(60), size);
  const tiles = blocks.flatMap((block) => block.tiles);
  expect(tiles).toHaveLength(180);
  for (const tile of tiles) {
    expect(tile.x).toBeGreaterThanOrEqual(0);
    expect(tile.x + tile.width).toBeLessThanOrEqual(size.width + 0.01);
    expect(tile.y + tile.height).toBeLessThanOrEqual(size.height + 0.01);
  }
  const apart = (a: (typeof tiles)[number], b: (typeof tiles)[number]) =>
    a.x + a.width <= b.x + 0.01 ||
    b.x + b.width <= a.x + 0.01 ||
    a.y + a.height <= b.y + 0.01 ||
    b.y + b.height <= a.y + 0.01;
  expect(tiles.every((one, index) => tiles.slice(index + 1).every((other) => apart(one, other)))).toBe(true);
});

test('a use case without tokens is left out, and an empty map is an empty board', () => {
  expect(
    layoutTreemap(
      { useCases: [column('a', 1e9), { ...column('b', 1), tokensPerYear: { low: 0, mid: 0, high: 0 } }] },
      size,
    ).blocks,
  ).toHaveLength(1);
  expect(layoutTreemap({ useCases: [] }, size).blocks).toEqual([]);
});
