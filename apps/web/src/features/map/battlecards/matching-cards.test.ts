import type { Battlecard } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { matchingCards } from './matching-cards';

const both = (text: string) => ({ zh: text, en: text });
const card = (competitorId: string, ...topics: string[]): Battlecard => ({
  competitorId,
  name: both(competitorId),
  group: 'foreign',
  points: topics.map((topic) => ({
    ...{ id: topic, dimension: both(topic), ours: null, theirs: null, advice: null },
    ...{ side: 'even', stale: false },
    source: { title: 'list', url: null, asOf: null, confidence: 'high' },
  })),
});
const cards = [card('volcengine', 'price', 'video'), card('baidu', 'price')];

test('the competitor one came for stands first', () => {
  expect(matchingCards(cards, '', 'baidu').map(({ competitorId }) => competitorId)).toEqual([
    'baidu',
    'volcengine',
  ]);
});

test('a search keeps the points that hold all words, of the name or the topic', () => {
  expect(matchingCards(cards, 'Volc video', undefined)).toMatchObject([
    { competitorId: 'volcengine', points: [{ id: 'video' }] },
  ]);
  expect(matchingCards(cards, 'nothing', undefined)).toEqual([]);
});
