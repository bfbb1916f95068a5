import { expect, test } from 'vitest';
import { column } from '../skyline/layout.fixture.ts';
import { layoutColumns } from '../skyline/layout.ts';
import { skylineBoard, stickerBox } from '../skyline/stickers.ts';
import { layoutTreemap } from './layout-treemap.ts';
import { treemapBoard } from './treemap-board.ts';

const map = { useCases: [900, 400, 100].map((tokens, index) => column(`use-${index}`, tokens * 1e8)) };
const layout = layoutTreemap(map, { width: 1_200, height: 600 });
const board = treemapBoard(layout);

test('a sticker stands inside the block of its use case, and where it is dropped is where it stays', () => {
  const block = layout.blocks[1];
  if (block === undefined) throw new Error('The map has three use cases');
  const pin = { x: block.x + block.width / 3, y: block.y + block.height / 2 };
  const place = board.placeOf(pin);
  expect(place.anchor).toBe('use-1');
  expect(board.pinOf(place).x).toBeCloseTo(pin.x);
  expect(board.pinOf(place).y).toBeCloseTo(pin.y);
});

test('the same sticker is over the same use case in the skyline', () => {
  const skyline = skylineBoard(layoutColumns(map, { width: 1_200, height: 600 }));
  const block = layout.blocks[2];
  const place = board.placeOf({ x: (block?.x ?? 0) + 1, y: (block?.y ?? 0) + 1 });
  expect(skyline.placeOf(skyline.pinOf(place)).anchor).toBe('use-2');
  expect(board.placeOf(board.pinOf({ anchor: 'use-2', x: 1.7, y: 0.4 })).anchor).toBe('use-2');
});

test('one of no use case, or of one that has gone, is on the board itself, and its box does not leave it', () => {
  expect(board.pinOf({ anchor: null, x: 0.5, y: 0.25 })).toEqual({ x: 600, y: 150 });
  expect(board.pinOf({ anchor: 'gone', x: 0.5, y: 0.25 })).toEqual({ x: 600, y: 150 });
  const box = stickerBox(board, { place: { anchor: null, x: 1, y: 1 }, text: 'Ask about the contract term' });
  expect(box.x + box.width).toBeLessThanOrEqual(1_200);
  expect(box.y + box.height).toBeLessThanOrEqual(600);
  expect(
    treemapBoard(layoutTreemap({ useCases: [] }, { width: 10, height: 10 })).placeOf({ x: 5, y: 5 }),
  ).toEqual({
    anchor: null,
    x: 0.5,
    y: 0.5,
  });
});
