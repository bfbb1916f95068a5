import { expect, test } from 'vitest';
import { column } from './layout.fixture.ts';
import { layoutColumns, layoutRows, magnify } from './layout.ts';
import { movedPlace, type PinBoard, STICKER, skylineBoard, stickerBox, stickerLines } from './stickers.ts';

const map = { useCases: [900, 400, 100].map((tokens, index) => column(`use-${index}`, tokens * 1e8)) };
const wide = layoutColumns(map, { width: 1_200, height: 600 });
type Layout = Parameters<typeof skylineBoard>[0];
const pinOf = (layout: Layout, place: Parameters<PinBoard['pinOf']>[0]) => skylineBoard(layout).pinOf(place);
const placeOf = (layout: Layout, pin: Parameters<PinBoard['placeOf']>[0]) =>
  skylineBoard(layout).placeOf(pin);

test('a pin stands where it was put, over the use case it was put on', () => {
  const second = wide.columns[1];
  const pin = { x: (second?.x ?? 0) + 20, y: 150 };
  const place = placeOf(wide, pin);
  expect(place.anchor).toBe('use-1');
  expect(pinOf(wide, place).x).toBeCloseTo(pin.x);
  expect(pinOf(wide, place).y).toBeCloseTo(pin.y);
  const large = pinOf(magnify(wide, 3), place);
  expect(large.x).toBeCloseTo(pin.x * 3);
  expect(large.y).toBeCloseTo(pin.y * 3);
});

test('it follows its use case when others come before it, and stays on the board when its own is gone', () => {
  const place = placeOf(wide, { x: (wide.columns[1]?.x ?? 0) + 20, y: 150 });
  const later = layoutColumns(
    { useCases: [column('new', 5e11), ...map.useCases] },
    { width: 1_200, height: 600 },
  );
  const moved = later.columns.find(({ useCase }) => useCase.key === 'use-1');
  expect(pinOf(later, place).x).toBeGreaterThan(moved?.x ?? 0);
  const without = layoutColumns({ useCases: [column('other', 1e11)] }, { width: 1_200, height: 600 });
  expect(pinOf(without, place).x).toBeLessThanOrEqual(without.width);
});

test('on a phone it is over the same use case, and can be moved there', () => {
  const rows = layoutRows(map, 358);
  const place = placeOf(wide, { x: (wide.columns[2]?.x ?? 0) + 2, y: 300 });
  const pin = pinOf(rows, place);
  expect(placeOf(rows, pin).anchor).toBe('use-2');
  const box = stickerBox(skylineBoard(rows), { place, text: '问价格' });
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(rows.width);
});

test('a step to the right takes it over the next use case, and no step takes it off the board', () => {
  const board = skylineBoard(wide);
  const [first, second] = wide.columns;
  const start = placeOf(wide, { x: (first?.x ?? 0) + (first?.width ?? 0) - 2, y: 100 });
  expect(start.anchor).toBe('use-0');
  const stepped = movedPlace(board, start, [0.02, 0]);
  expect(stepped.anchor).toBe('use-1');
  expect(board.pinOf(stepped).x).toBeGreaterThan(second?.x ?? 0);
  expect(board.pinOf(movedPlace(board, start, [-5, 5]))).toEqual({ x: 0, y: wide.height });
});

test('words are cut into lines that fit, Chinese anywhere, English between words', () => {
  expect(stickerLines('客户周五复核这一块的估算和价格')).toEqual(['客户周五复核这一块的', '估算和价格']);
  expect(stickerLines('Ask about the contract term')).toEqual(['Ask about the', 'contract term']);
  const long = stickerLines('很长的便签'.repeat(40));
  expect(long).toHaveLength(STICKER.lines);
  expect(long.at(-1)).toMatch(/…$/);
});
