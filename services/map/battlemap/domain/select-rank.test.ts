import { expect, test } from 'vitest';
import { uniform } from './random.ts';
import { selectRank } from './select-rank.ts';

test('a rank holds what sorting would put there, also when ranks are sought one after the other', () => {
  const random = uniform(7);
  for (const length of [1, 2, 3, 10, 2_000]) {
    const values = Float64Array.from({ length }, () => Math.round(random() * 50));
    const sorted = Float64Array.from(values).sort();
    let first = 0;
    for (const quantile of [0.1, 0.5, 0.9]) {
      const rank = Math.round(quantile * (length - 1));
      expect(selectRank(values, rank, first)).toBe(sorted[rank]);
      first = rank;
    }
  }
});

test('values in order, backwards or all alike are no trouble', () => {
  const ordered = Float64Array.from({ length: 500 }, (_, index) => index);
  expect(selectRank(Float64Array.from(ordered), 250)).toBe(250);
  expect(selectRank(Float64Array.from(ordered).reverse(), 250)).toBe(250);
  expect(selectRank(new Float64Array(500).fill(3), 499)).toBe(3);
});
