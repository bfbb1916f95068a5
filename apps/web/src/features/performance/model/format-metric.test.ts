import { expect, test } from 'vitest';
import { formatMetric, readTarget } from './format-metric';

test.each([
  ['tasks_in_time', '90', 0.9],
  ['tasks_in_time', '90%', 0.9],
  ['deals_won_cny', '500万', 5_000_000],
  ['deals_won_cny', '1.2m', 1_200_000],
  ['first_answer_hours', '8', 8],
  ['practice_score', '120', undefined],
  ['maps_drawn', 'many', undefined],
] as const)('a target for %s typed as %s is kept as %s', (metric, text, value) => {
  expect(readTarget(metric, text)).toBe(value);
});

test('each metric is said in its own unit', () => {
  expect([
    formatMetric('tasks_in_time', 0.754, 'en'),
    formatMetric('first_answer_hours', 4.26, 'zh'),
  ]).toEqual([...['75%', '4.3 小时']]);
  expect(formatMetric('first_answer_hours', 60, 'en')).toBe('2.5 days');
});
