import { expect, test } from 'vitest';
import { firstStale, freshnessOf } from './freshness.ts';

const now = new Date('2026-11-28T08:00:00Z');
const read = (kind: 'jobs' | 'website' | 'notes', day: string) => ({
  ...{ kind, pages: 3, newestDate: null },
  readAt: new Date(`${day}T08:00:00Z`),
});

test('each kind of source ages at its own pace', () => {
  const sources = freshnessOf([read('website', '2026-10-20'), read('jobs', '2026-10-20')], now);
  expect(sources.map(({ kind, isStale }) => [kind, isStale])).toEqual([
    ['jobs', true],
    ['website', false],
  ]);
  expect(sources[0]?.staleAt).toBe('2026-11-19T08:00:00.000Z');
});

test('research is due when the first source that can be read again is stale; what was given waits for a person', () => {
  const sources = freshnessOf([read('notes', '2026-01-01'), read('website', '2026-11-01')], now);
  expect(firstStale(sources, now).toISOString()).toBe('2026-12-31T08:00:00.000Z');
  expect(firstStale(freshnessOf([read('jobs', '2026-01-01')], now), now)).toEqual(now);
});
