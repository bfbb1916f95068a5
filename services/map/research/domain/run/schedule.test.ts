import { expect, test } from 'vitest';
import { nextAfter } from './schedule.ts';

test.each([
  ['2026-11-21T08:00:00.000Z', 'day', '2026-11-22T08:00:00.000Z'],
  ['2026-12-28T08:00:00.000Z', 'week', '2027-01-04T08:00:00.000Z'],
  ['2026-12-15T08:00:00.000Z', 'month', '2027-01-15T08:00:00.000Z'],
  ['2027-01-31T08:00:00.000Z', 'month', '2027-02-28T08:00:00.000Z'],
] as const)('after %s the next of every %s is %s', (from, every, expected) => {
  expect(nextAfter(new Date(from), every).toISOString()).toBe(expected);
});
