import { expect, test } from 'vitest';
import { depthsOf } from './tree';

test('a straight line of versions is not indented, a branch is', () => {
  const depths = depthsOf([
    { number: 1, parent: null },
    { number: 2, parent: 1 },
    { number: 3, parent: 2 },
    { number: 4, parent: 1 },
    { number: 5, parent: 4 },
  ]);
  expect([...depths]).toEqual([
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 1],
    [5, 1],
  ]);
});
