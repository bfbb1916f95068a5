import { expect, test } from 'vitest';
import { LARGEST, magnified } from './magnified';

const sizes = { width: 1_000, height: 500, window: { width: 1_000, height: 500 } };
const plain = { zoom: 1, left: 0, top: 0 };

test('what is under the pointer stays there', () => {
  const at = { x: 700, y: 200 };
  const twice = magnified(plain, 2, at, sizes);
  expect(twice).toEqual({ zoom: 2, left: 700, top: 200 });
  // The point of the picture below the pointer, before and after.
  expect((twice.left + at.x) / twice.zoom).toBe(at.x);
  const back = magnified(twice, 0.5, at, sizes);
  expect(back).toEqual(plain);
});

test('a picture is neither smaller than its window nor larger than the largest, and its edges stay outside', () => {
  expect(magnified(plain, 0.2, { x: 10, y: 10 }, sizes)).toEqual(plain);
  expect(magnified(plain, 99, { x: 0, y: 0 }, sizes).zoom).toBe(LARGEST);
  const corner = magnified({ zoom: 3, left: 2_000, top: 1_000 }, 0.5, { x: 0, y: 0 }, sizes);
  expect(corner).toEqual({ zoom: 1.5, left: 500, top: 250 });
});

test('what was between two fingers stays between them while they move on', () => {
  const at = { x: 400, y: 200 };
  const to = { x: 300, y: 260 };
  const carried = magnified({ zoom: 2, left: 700, top: 300 }, 1.5, at, sizes, to);
  expect((carried.left + to.x) / carried.zoom).toBeCloseTo((700 + at.x) / 2);
  expect((carried.top + to.y) / carried.zoom).toBeCloseTo((300 + at.y) / 2);
});
