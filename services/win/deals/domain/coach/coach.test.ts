import { expect, test } from 'vitest';
import { advise } from './advise.ts';
import { isHidden } from './decided.ts';
import { lineOf, monthsOf, type OpenDeal } from './forecast.ts';
import type { DealPicture } from './picture.ts';
import { priorEstimate } from './prior.ts';
import { risksOf } from './risks.ts';
import { trainWinModel } from './win-model.ts';

const now = new Date('2026-11-21T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const nobody = trainWinModel([]);

const healthy: DealPicture = {
  stage: 'proposal',
  rottingDays: 14,
  title: '分镜迁移',
  closeDate: '2027-01-15',
  createdAt: daysAgo(60),
  stageSince: daysAgo(5),
  competitors: [],
  pushes: [],
  people: [
    { name: '许岚', role: 'economic_buyer', lastAt: daysAgo(3) },
    { name: '高屹', role: 'technical_evaluator', lastAt: daysAgo(8) },
    { name: '陆川', role: 'champion', lastAt: daysAgo(8) },
    { name: '方思敏', role: 'procurement', lastAt: null },
  ],
  steps: [{ title: '压测报告', dueOn: '2026-11-25' }],
  said: [
    {
      id: 'a1',
      kind: 'call',
      direction: 'in',
      at: daysAgo(3),
      subject: '并发',
      text: '许岚：“成本要降三成。”',
    },
  ],
};
const kinds = (picture: DealPicture) => risksOf(picture, now).map(({ kind }) => kind);

test('a deal in good order has no risks, and still gets three steps', () => {
  expect(kinds(healthy)).toEqual([]);
  const advice = advise(healthy, [], {}, nobody, now);
  expect(advice).toHaveLength(3);
  expect(new Set(advice.map(({ kind }) => kind)).size).toBe(3);
});

test.each([
  ['stalled', { said: healthy.said.map((one) => ({ ...one, at: daysAgo(20) })) }],
  ['no_next_step', { steps: [] }],
  ['no_next_step', { steps: [{ title: 'x', dueOn: '2026-11-01' }] }],
  ['overdue', { closeDate: '2026-11-20' }],
  ['pushed', { pushes: [{ from: '2026-11-01', to: '2027-01-15', at: daysAgo(9) }] }],
  ['no_economic_buyer', { people: healthy.people.slice(1) }],
  ['no_champion', { people: healthy.people.filter(({ role }) => role !== 'champion') }],
  ['no_paper_process', { people: healthy.people.slice(0, 3) }],
  ['competitor', { competitors: ['火山引擎'] }],
  [
    'blocker',
    { people: [...healthy.people, { name: '何建平', role: 'blocker' as const, lastAt: daysAgo(40) }] },
  ],
  ['no_metrics', { said: healthy.said.map((one) => ({ ...one, text: '再聊。' })) }],
])('%s is seen, and each risk rests on something', (kind, change) => {
  const risks = risksOf({ ...healthy, ...change }, now);
  expect(risks.map((risk) => risk.kind)).toEqual([kind]);
  expect(risks[0]?.evidence.length).toBeGreaterThan(0);
});

test('a blocker whom somebody has just spoken to is no risk of silence', () => {
  const people = [...healthy.people, { name: '何建平', role: 'blocker' as const, lastAt: daysAgo(2) }];
  expect(kinds({ ...healthy, people })).toEqual([]);
});

test('a closed deal is left in peace', () => {
  const lost = { ...healthy, stage: 'lost' as const, steps: [], people: [] };
  expect([risksOf(lost, now), advise(lost, [], {}, nobody, now)]).toEqual([[], []]);
});

test('evidence quotes what was said, word for word', () => {
  const [risk] = risksOf({ ...healthy, said: healthy.said.map((one) => ({ ...one, at: daysAgo(30) })) }, now);
  expect(risk?.evidence[0]).toMatchObject({ activityId: 'a1', quote: '许岚：“成本要降三成。”' });
});

test('advice is three to five, the worst risk first, and promises no effect without data', () => {
  const bad = { ...healthy, steps: [], people: [], competitors: ['百度'], closeDate: '2026-10-01' };
  const advice = advise(bad, risksOf(bad, now), {}, nobody, now);
  expect(advice).toHaveLength(5);
  expect(advice.every(({ effect }) => effect.points === null)).toBe(true);
  expect(advice[0]?.confidence.level).toBe('medium');
});

test('with a model of one’s own deals an advice says what it was worth there', () => {
  const rows = Array.from({ length: 900 }, (_, at) => {
    const buyer = at % 2;
    // Nine of twenty without a buyer's word, fifteen of twenty with it.
    const won = (at * 7) % 20 < (buyer === 1 ? 15 : 6);
    return { dealId: String(at), closedAt: at, won, features: { 'role:economic_buyer': buyer } };
  });
  const model = trainWinModel(rows);
  const picture = { ...healthy, people: healthy.people.slice(1) };
  const [first] = advise(picture, risksOf(picture, now), {}, model, now);
  expect(first?.kind).toBe('reach_buyer');
  expect(first?.effect.points).toBeGreaterThan(0.15);
  expect(first?.confidence.level).toBe('high');
});

test('done stays away for two weeks, dismissed for good, later until its day, and reopened comes back', () => {
  const said = (
    decision: 'done' | 'dismissed' | 'snoozed' | 'reopened',
    days: number,
    until: string | null = null,
  ) => isHidden('widen', [{ kind: 'widen', decision, until, at: daysAgo(days) }], now);
  expect([said('done', 3), said('done', 15)]).toEqual([true, false]);
  expect([said('dismissed', 400), said('reopened', 0)]).toEqual([true, false]);
  expect([said('snoozed', 1, '2026-11-22'), said('snoozed', 1, '2026-11-21')]).toEqual([true, false]);
});

test('the forecast stays between nothing and everything, and what is overdue counts for this month', () => {
  const deal = (closeDate: string): OpenDeal => ({
    ...{ stage: 'negotiation', amountCny: 1_000, closeDate, ownerId: 'o' },
    ownerName: { zh: '林佩', en: 'Lin Pei' },
    estimate: priorEstimate(0.65, 3),
    call: 'commit',
  });
  const line = lineOf([deal('2026-10-01')]);
  expect([line.lowCny >= 0, line.highCny <= 1_000, line.expectedCny]).toEqual([true, true, 650]);
  expect(monthsOf([deal('2026-10-01'), deal('2027-02-01')], now).map(({ month }) => month)).toEqual([
    '2026-11',
    '2027-02',
  ]);
});
