import type { Tile } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { isDimmed, NO_FILTER, toggleGroup } from './filter';
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
    totals: { shares: [share('volcengine'), share('alibaba')] } as never,
  });
  expect(matrix.groups).toEqual(['alibaba', 'volcengine']);
  expect(matrix.rows[0]?.cells).toEqual([
    { tokens: 3, share: 0.3, value: 5 },
    { tokens: 7, share: expect.closeTo(0.7), value: null },
  ]);
});

test('choosing a family dims the others, choosing it again dims nothing', () => {
  const chosen = toggleGroup(NO_FILTER, 'alibaba');
  expect(isDimmed(tile('volcengine', 1, 1), chosen)).toBe(true);
  expect(isDimmed(tile('alibaba', 1, 1), chosen)).toBe(false);
  expect(isDimmed(tile('volcengine', 1, 1), toggleGroup(chosen, 'alibaba'))).toBe(false);
});
