import { expect, test } from 'vitest';
import { column } from './layout.fixture.ts';
import {
  fitToWidth,
  headlineParts,
  layoutColumns,
  layoutRows,
  magnify,
  type SkylineLayout,
} from './layout.ts';

const yunxiu = {
  useCases: [4_280, 3_620, 2_360, 1_980, 1_640, 1_320, 1_180, 960, 840].map((tokens, index) =>
    column(`use-${index}`, tokens * 1e8),
  ),
};
const many = {
  useCases: Array.from({ length: 60 }, (_, index) => column(`use-${index}`, 1e12 / (index + 1))),
};

test.each([
  ['a map of nine', yunxiu],
  ['a map of sixty', many],
])('in %s area is exactly proportional to tokens', (_name, map) => {
  const layout = layoutColumns(map, { width: 1_300, height: 640 });
  for (const laid of layout.columns) {
    expect((laid.width * laid.height * layout.tokensPerPixel) / laid.useCase.tokensPerYear.mid).toBeCloseTo(
      1,
    );
  }
});

test('rows keep area proportional too, also where touch needs more height', () => {
  const layout = layoutRows(yunxiu, 358);
  for (const laid of layout.columns) {
    expect((laid.width * laid.height * layout.tokensPerPixel) / laid.useCase.tokensPerYear.mid).toBeCloseTo(
      1,
    );
  }
});

test('ours is the foundation and tiles do not overlap', () => {
  const [first] = layoutColumns(yunxiu, { width: 1_300, height: 640 }).columns;
  const tiles = first?.tiles ?? [];
  expect(tiles.map(({ tile: { group } }) => group)).toEqual(['alibaba', 'volcengine', 'foreign']);
  for (const [index, lower] of tiles.entries()) {
    const upper = tiles[index + 1];
    if (upper !== undefined) expect(upper.y + upper.height).toBeLessThanOrEqual(lower.y + 0.001);
  }
});

test('columns stand side by side inside the board, on one line', () => {
  const { columns, width } = layoutColumns(yunxiu, { width: 1_300, height: 640 });
  for (const [index, laid] of columns.entries()) {
    expect(laid.y + laid.height).toBeCloseTo(640 - 64);
    expect(laid.x + laid.width).toBeLessThanOrEqual(width + 0.001);
    const next = columns[index + 1];
    if (next !== undefined) expect(next.x).toBeGreaterThan(laid.x + laid.width);
  }
});

test('the figures find room in the sky of a steep skyline and none above a flat one', () => {
  expect(layoutColumns(yunxiu, { width: 1_300, height: 640 }).sky).not.toBeNull();
  const flat = { useCases: Array.from({ length: 8 }, (_, index) => column(`use-${index}`, 1e12)) };
  expect(layoutColumns(flat, { width: 1_300, height: 640 }).sky).toBeNull();
});

test('the whisker ends where the column would end with low and high tokens', () => {
  const [first] = layoutColumns(yunxiu, { width: 1_300, height: 640 }).columns;
  const baseline = 640 - 64;
  const height = first?.height ?? 0;
  expect(baseline - (first?.whisker?.low ?? 0)).toBeCloseTo(height * Math.sqrt(0.7));
});

test('a map without use cases is an empty board', () => {
  expect(layoutColumns({ useCases: [] }, { width: 1_300, height: 640 }).columns).toEqual([]);
  expect(layoutRows({ useCases: [] }, 358).height).toBe(0);
});

test('a headline is cut around its highlight', () => {
  expect(headlineParts('A burns 5T — 58% on competitors', '58% on competitors')).toEqual([
    { text: 'A burns 5T — ', marked: false },
    { text: '58% on competitors', marked: true },
  ]);
});

test('a magnified skyline is the same picture, with words where they fit by now', () => {
  const plain = layoutColumns(yunxiu, { width: 1_000, height: 600 });
  const large = magnify(plain, 3);
  const [before, after] = [plain.columns[0], large.columns[0]];
  expect(after?.width).toBeCloseTo((before?.width ?? 0) * 3);
  expect(after?.tiles[0]?.y).toBeCloseTo((before?.tiles[0]?.y ?? 0) * 3);
  const said = (layout: SkylineLayout) =>
    layout.columns.flatMap(({ tiles }) => tiles).filter(({ text }) => text === 'full').length;
  expect(said(large)).toBeGreaterThan(said(plain));
});

test('sixty columns fit a page of their proportions, and words are fitted anew', () => {
  const wide = layoutColumns(many, { width: 1_000, height: 600 });
  const page = fitToWidth(wide, 1_000);
  expect(wide.width).toBeGreaterThan(1_000);
  expect(page.width).toBe(1_000);
  for (const laid of page.columns)
    expect((laid.width * laid.height * page.tokensPerPixel) / laid.useCase.tokensPerYear.mid).toBeCloseTo(1);
  const last = page.columns.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(1_000.001);
});
