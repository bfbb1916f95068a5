import type { PortfolioEntry } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { groupsOf, matching, moveOf, ranked, sumOf } from './portfolio';

const lin = { id: 'lin', name: { zh: '林岚', en: 'Lin Lan' } };
const media = { id: 'media', name: { zh: '传媒', en: 'Media' } };

function client(
  name: string,
  ours: number,
  theirs: number,
  extra: Partial<PortfolioEntry> = {},
): PortfolioEntry {
  const tokens = ours + theirs;
  return {
    ...{ clientId: name, clientName: name, version: 1, basis: 'evidence', changedAt: '2026-11-20T08:00:00Z' },
    ...{ tokensPerYear: tokens, valuePerYear: tokens, winnableTopThree: theirs, ourShare: ours / tokens },
    ...{ competitorShare: theirs / tokens, selfHostedShare: 0, unknownShare: 0, unpricedShare: 0 },
    shares: [
      { group: 'alibaba', tokens: ours, share: ours / tokens },
      { group: 'volcengine', tokens: theirs, share: theirs / tokens },
    ],
    ...{ industry: media, stage: 'sales', agents: [lin], weekAgo: null },
    ...extra,
  };
}

const clients = [
  client('云岫短剧', 30, 70),
  client('Northgate Bank', 100, 0, { industry: null, stage: 'onboarding', agents: [] }),
];

test('our share of a portfolio is our share of its tokens, not the mean of shares', () => {
  expect(sumOf(clients)).toMatchObject({ clients: 2, tokens: 200, winnable: 70, ourShare: 0.65 });
});

test('clients are gathered by industry, provider, owner and stage', () => {
  expect(groupsOf(clients, 'industry').map(({ key, tokens }) => [key, tokens])).toEqual([
    ['media', 100],
    [null, 100],
  ]);
  expect(groupsOf(clients, 'provider').map(({ key, tokens, clients: of }) => [key, tokens, of])).toEqual([
    ['alibaba', 130, 2],
    ['volcengine', 70, 1],
  ]);
  expect(groupsOf(clients, 'owner').map(({ key }) => key)).toEqual(['lin', null]);
  expect(groupsOf(clients, 'stage').map(({ key }) => key)).toEqual(['sales', 'onboarding']);
});

test('filters add up, and ask for what is missing too', () => {
  const names = (search: Parameters<typeof matching>[1]) =>
    matching(clients, search).map((e) => e.clientName);
  expect(names({ industry: 'media', provider: 'volcengine' })).toEqual(['云岫短剧']);
  expect(names({ owner: 'none' })).toEqual(['Northgate Bank']);
  expect(names({ text: 'BANK', stage: 'sales' })).toEqual([]);
});

test('a map of this week is new, one that did not change has not moved', () => {
  const before = { tokensPerYear: 100, valuePerYear: 100, ourShare: 0.3, winnableTopThree: 70 };
  expect(moveOf(client('a', 30, 70))).toMatchObject({ isNew: true, tokens: 100 });
  expect(moveOf(client('a', 30, 70, { weekAgo: before }))).toBeNull();
  expect(moveOf(client('a', 60, 70, { weekAgo: before }))).toMatchObject({ isNew: false, tokens: 30 });
});

test('the largest opportunity stands first', () => {
  expect(ranked(clients, 'winnable')[0]?.clientName).toBe('云岫短剧');
  expect(ranked(clients, 'ours')[0]?.clientName).toBe('Northgate Bank');
});
