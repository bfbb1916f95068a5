import type { Finding, ReviewedFinding } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { choicesOf, keyAtQuote, matching, NO_FILTER, relatedTo } from './select';

function item(
  key: string,
  useCaseId: string,
  providerId: string | null,
  decision?: 'validated',
): ReviewedFinding {
  const finding: Finding = {
    ...{ id: key, key, kind: 'workload', useCaseId, providerId, modelId: null, modelName: null, value: null },
    ...{ standing: 'current', figures: [], conflictsWith: [] },
    quotes: [
      {
        ...{
          pageId: key,
          text: '夜间会话切给 Qwen3.6-Plus',
          start: 0,
          end: 18,
          pageTitle: '博客',
          url: null,
        },
        ...{ sourceKind: 'website', date: null },
      },
    ],
    confidence: { score: 0.6, level: 'medium' },
    engine: { via: 'rules', model: null, reason: null },
  };
  const verdict = decision === undefined ? null : { decision, reason: null };
  return { finding, review: verdict === null ? null : { by: '林佩', at: '2026-11-21T08:00:00Z', verdict } };
}

const items = [
  item('a', 'cs_chatbot', 'alibaba'),
  item('b', 'cs_chatbot', null),
  item('c', 'cs_chatbot', 'openai', 'validated'),
  item('d', 'grading', 'alibaba'),
];
const describe = ({ useCaseId, providerId }: Finding) => `${useCaseId} ${providerId}`;
const keys = (found: readonly ReviewedFinding[]) => found.map(({ finding }) => finding.key);

test('state and words narrow the list, words being looked for in the passages too', () => {
  expect(keys(matching(items, { ...NO_FILTER, state: 'open' }, describe))).toEqual(['a', 'b', 'd']);
  expect(keys(matching(items, { ...NO_FILTER, search: 'chatbot 夜间' }, describe))).toEqual(['a', 'b', 'c']);
  expect(keys(matching(items, { ...NO_FILTER, search: 'nowhere' }, describe))).toEqual([]);
});

test('provider, source and confidence narrow it further, and only what there is can be chosen', () => {
  const filter = { ...NO_FILTER, providerId: 'alibaba', confidence: 'medium' as const };
  expect(keys(matching(items, filter, describe))).toEqual(['a', 'd']);
  expect(keys(matching(items, { ...filter, source: 'news' }, describe))).toEqual([]);
  expect(choicesOf(items)).toEqual({
    kinds: ['workload'],
    providers: ['alibaba', 'openai'],
    sources: ['website'],
    levels: ['medium'],
  });
});

test('a passage of the map leads to the finding that rests on it', () => {
  expect(keyAtQuote(items, 'd:0:alibaba')).toBe('d');
  expect(keyAtQuote(items, 'd:5:alibaba')).toBeNull();
  const [first] = items;
  const other = item('e', 'cs_chatbot', 'openai');
  const shared = [...items, { ...other, finding: { ...other.finding, quotes: first?.finding.quotes ?? [] } }];
  expect(keyAtQuote(shared, 'a:0:openai')).toBe('e');
});

test('related are those of the same use whose provider is the same or untold', () => {
  const [first] = items;
  if (first === undefined) throw new Error('There are items');
  expect(keys(relatedTo(first.finding, items))).toEqual(['b']);
});
