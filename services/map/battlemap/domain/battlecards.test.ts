import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { battlecardsOf, isStale } from './battlecards.ts';

const now = new Date('2026-11-21T00:00:00Z');
const cards = battlecardsOf(reference.comparisons, reference.providers, now);

test('each competitor with a comparison has a card, what speaks for us first', () => {
  expect(cards.map(({ competitorId }) => competitorId)).toContain('volcengine');
  const sides = cards
    .find(({ competitorId }) => competitorId === 'volcengine')
    ?.points.map(({ side }) => side);
  expect(sides?.[0]).toBe('alibaba');
  expect(sides).toContain('competitor');
});

test('every point stands in both languages and names its source', () => {
  for (const { points } of cards)
    for (const point of points) {
      expect(point.dimension.zh).not.toBe(point.dimension.en);
      expect(point.source.title).not.toBe('');
    }
});

test.each([
  ['2026-08', false],
  ['2026-05-20', true],
  ['2026', false],
  ['2025', true],
  [null, true],
])('a fact as of %s is old: %s', (asOf, stale) => {
  expect(isStale(asOf, now)).toBe(stale);
});
