import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, stageBook } from '../settings/stages.ts';
import { analyse as analyseBy } from './analyse.ts';
import type { ClosedDeal, Stay } from './closed-deal.ts';
import { differenceOf, medianDays, middle, shareTest, stillHolding, twoSided } from './statistics.ts';

const analyse = (deals: readonly ClosedDeal[], stays: readonly Stay[]) =>
  analyseBy(deals, stays, stageBook(DEFAULT_SETTINGS));

const deal = (at: number, won: boolean, rest: Partial<ClosedDeal> = {}): ClosedDeal => ({
  id: `01970000-0000-7000-8000-${at.toString().padStart(12, '0')}`,
  title: `商机 ${at}`,
  won,
  closedAt: new Date(Date.UTC(2026, at % 9, 15)),
  days: won ? 40 : 70,
  amountCny: 1_000 * at,
  ...{ contacts: 1, roles: [], competitors: [], products: [], source: '', pushes: 0 },
  ownerName: { zh: '林佩', en: 'Lin Pei' },
  ...{ activities: 0, inbound: 0, replyHours: null, outcome: null },
  ...rest,
});

/** 400 deals: who knew the economic buyer won three of four, who did not one of four; the source says nothing. */
const planted = Array.from({ length: 400 }, (_, at) => {
  const buyer = at % 2 === 0;
  const won = Math.floor(at / 2) % 4 === 0 ? !buyer : buyer;
  return deal(at, won, {
    roles: buyer ? ['economic_buyer'] : [],
    source: at % 3 === 0 ? '展会' : '官网',
  });
});

test('a planted factor is found with its size inside the interval, and what says nothing is not called clear', () => {
  const { factors } = analyse(planted, []);
  const [first] = factors;
  expect([first?.key, first?.clear]).toEqual(['role:economic_buyer', true]);
  expect(first?.difference.value).toBeCloseTo(0.5);
  expect(first?.difference.low).toBeGreaterThan(0.4);
  expect(first?.difference.high).toBeLessThan(0.6);
  // Odds of 3 to 1 against 1 to 3.
  expect(first?.oddsRatio?.low).toBeLessThan(9);
  expect(first?.oddsRatio?.high).toBeGreaterThan(7.5);
  expect(factors.filter(({ key }) => key.startsWith('source:')).every(({ clear }) => !clear)).toBe(true);
});

test('each sentence points to figures that are there, and repeats them', () => {
  const analysis = analyse(planted, []);
  const there = new Set([
    ...['winRate', 'medianDays', 'factors', 'reasons'],
    ...analysis.factors.map(({ key }) => key),
    ...analysis.stages.map(({ stage }) => `stage:${stage}`),
  ]);
  expect(analysis.narrative.flatMap(({ cites }) => cites).filter((cite) => !there.has(cite))).toEqual([]);
  expect(analysis.narrative[1]?.text.en).toContain('50 points more often (150 of 200 against 50 of 200');
});

test('a handful of deals is called small, and nothing in it clear', () => {
  const few = planted.slice(0, 9);
  const analysis = analyse(few, []);
  expect(analysis.small).toBe(true);
  expect(analysis.factors.every(({ small, oddsRatio }) => small && oddsRatio === null)).toBe(true);
  expect(analysis.narrative[1]?.text.zh).toContain('样本只有 9 个');
  expect(analyse([], []).narrative).toEqual([]);
});

test('our reason and the buyer’s are set side by side', () => {
  const said = (ours: 'price' | 'timing', buyers: 'price' | 'timing' | null) => ({
    outcome: { reason: ours, text: '', buyerReason: buyers, buyerText: '' },
  });
  const { reasons } = analyse(
    [
      deal(1, false, said('price', 'timing')),
      deal(2, false, said('price', 'timing')),
      deal(3, false, said('price', 'price')),
      deal(4, true, said('timing', null)),
    ],
    [],
  );
  expect([reasons.asked, reasons.agreed]).toEqual([3, 1]);
  expect(reasons.pairs[0]).toMatchObject({ ours: 'price', buyers: 'timing', deals: 2 });
});

test('stages: who went on, who was lost, who is still there, and how long half of them stayed', () => {
  const stay = (days: number, next: Stay['next']): Stay => ({ stage: 'proposal', days, next, deals: 1 });
  const { stages } = analyse([], [stay(5, 'won'), stay(10, 'negotiation'), stay(20, 'lost'), stay(30, null)]);
  expect(stages).toEqual([
    { stage: 'proposal', entered: 4, advanced: 2, lost: 1, stillThere: 1, medianDays: 10 },
  ]);
});

test('a quarter that falls off is told as an alert, one that only wobbles is not', () => {
  const quarter = (month: number, won: number, of: number) =>
    Array.from({ length: of }, (_, at) =>
      deal(at, at < won, { closedAt: new Date(Date.UTC(2026, month, 3)) }),
    );
  expect(analyse([...quarter(1, 60, 100), ...quarter(8, 10, 60)], []).alerts).toHaveLength(1);
  expect(analyse([...quarter(1, 60, 100), ...quarter(8, 33, 60)], []).alerts).toHaveLength(0);
});

test('statistics agree with published examples', () => {
  // Newcombe 1998, table II (a): 56/70 against 48/80, method 10.
  const { low, high } = differenceOf({ deals: 70, won: 56 }, { deals: 80, won: 48 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
  expect(twoSided(1.959964)).toBeCloseTo(0.05, 5);
  expect(shareTest({ deals: 50, won: 25 }, { deals: 50, won: 25 })).toBeCloseTo(1);
  // Benjamini and Hochberg 1995: of these fifteen, the first four hold.
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  expect(stillHolding(ps, 0.05).filter(Boolean)).toHaveLength(4);
  expect([middle([3, 1, 2]), middle([4, 1]), middle([])]).toEqual([2, 2.5, null]);
  expect(medianDays([{ days: 3, left: false, deals: 1 }])).toBeNull();
});
