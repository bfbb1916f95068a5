import type { Tile } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { readMapSearch } from '../../map-search';
import { filterFromSearch, filterToSearch, isDimmed, NO_FILTER, toggled } from './filter';
import { toMatrix } from './matrix';

const tile = (group: Tile['group'], tokens: number, value: number | null): Tile => ({
  ...{
    key: `${group}-${tokens}`,
    providerId: group,
    group,
    modelId: null,
    share: tokens / 10,
    override: null,
    native: null,
    price: null,
  },
  providerName: { zh: group, en: group },
  modelName: { zh: 'm', en: 'm' },
  tokensPerYear: { low: tokens, mid: tokens, high: tokens },
  generatedTokensPerYear: null,
  valuePerYear: value === null ? null : { low: value, mid: value, high: value },
  confidence: { score: 0.8, level: 'high' },
  engine: { via: 'rules', model: null, reason: null },
  ...{
    standing: 'current',
    origin: 'evidence',
    opportunity: null,
    evidence: [],
    conflicts: [],
    explanation: null,
    notes: [],
  },
});

const column = {
  ...{
    key: 'cs_chatbot',
    useCaseId: 'cs_chatbot',
    name: { zh: '智能客服', en: 'Customer service' },
    tokensPerYear: { low: 10, mid: 10, high: 10 },
  },
  ...{
    growthPerYear: 0.6,
    growthSource: null,
    projection: [],
    winnablePerYear: 0,
    origin: 'evidence' as const,
    notes: [],
  },
  tiles: [tile('volcengine', 4, 8), tile('volcengine', 3, null), tile('alibaba', 3, 5)],
};

const share = (group: Tile['group']) => ({ group, tokens: 1, share: 0.5 });

test('the matrix sums models of one family and does not hide an unknown price', () => {
  const matrix = toMatrix({
    useCases: [column],
    totals: { shares: [share('volcengine'), share('alibaba')] },
  });
  expect(matrix.groups).toEqual(['alibaba', 'volcengine']);
  expect(matrix.rows[0]?.cells).toEqual([
    { tokens: 3, share: 0.3, value: 5 },
    { tokens: 7, share: expect.closeTo(0.7), value: null },
  ]);
});

test('choosing a family dims the others, choosing it again dims nothing', () => {
  const chosen = { ...NO_FILTER, groups: toggled(NO_FILTER.groups, 'alibaba' as const) };
  expect(isDimmed(tile('volcengine', 1, 1), 'cs_chatbot', chosen)).toBe(true);
  expect(isDimmed(tile('alibaba', 1, 1), 'cs_chatbot', chosen)).toBe(false);
  const none = { ...NO_FILTER, groups: toggled(chosen.groups, 'alibaba' as const) };
  expect(isDimmed(tile('volcengine', 1, 1), 'cs_chatbot', none)).toBe(false);
});

test('filters add up: a tile must be of the use case, the family and the confidence asked for', () => {
  const filter = { ...NO_FILTER, useCases: ['cs_chatbot'], confidence: ['high' as const] };
  expect(isDimmed(tile('alibaba', 1, 1), 'cs_chatbot', filter)).toBe(false);
  expect(isDimmed(tile('alibaba', 1, 1), 'grading', filter)).toBe(true);
  const doubtful = { ...tile('alibaba', 1, 1), confidence: { score: 0.3, level: 'low' as const } };
  expect(isDimmed(doubtful, 'cs_chatbot', filter)).toBe(true);
});

test('a filter survives its way through the address, and rubbish in an address is no filter', () => {
  const filter = {
    groups: ['alibaba' as const, 'volcengine' as const],
    useCases: ['cs_chatbot', '自定义场景'],
    confidence: ['low' as const],
    onlyOpportunities: true,
  };
  expect(filterFromSearch(readMapSearch({ ...filterToSearch(filter) }))).toEqual(filter);
  expect(
    filterFromSearch(readMapSearch({ provider: 'evil', confidence: 7, opportunity: 'no', view: 'x' })),
  ).toEqual(NO_FILTER);
});
