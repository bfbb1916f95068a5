import { expect, test } from 'vitest';
import { createPieces, nextSize } from './pieces.ts';

test('pieces get smaller where events are slow and larger, step by step, where they are fast', async () => {
  let clock = 0;
  let each = 10;
  const sizes: number[] = [];
  const pieces = createPieces(() => clock);
  const batch = Array.from({ length: 100 }, (_, index) => index);
  const handle = async (piece: readonly number[]) => {
    sizes.push(piece.length);
    clock += piece.length * each;
  };
  await pieces.goThrough(batch, handle);
  expect(sizes.slice(0, 3)).toEqual([8, 3, 3]);
  each = 0.1;
  sizes.length = 0;
  await pieces.goThrough(batch, handle);
  expect(sizes).toEqual([3, 6, 12, 24, 48, 7]);
});

test('every event is handled once and in order, whatever the pieces', async () => {
  const seen: number[] = [];
  const batch = Array.from({ length: 37 }, (_, index) => index);
  await createPieces().goThrough(batch, async (piece) => void seen.push(...piece));
  expect(seen).toEqual(batch);
});

test('a piece never shrinks to nothing and never grows beyond a batch', () => {
  expect([nextSize(8, 60_000), nextSize(100, 0.01)]).toEqual([2, 100]);
});
