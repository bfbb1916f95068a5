import type { Objective } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { coach } from './coach.ts';
import type { Deed, FactKind } from './facts.ts';
import { daysOf, forecast, stateOf } from './forecast.ts';
import { studentInterval, wilson } from './intervals.ts';
import { measure, teamAverage } from './metrics.ts';

const now = new Date('2026-11-15T00:00:00Z');
const november = { from: '2026-11-01', until: '2026-11-30' };
const ones = (count: number) => Array.from({ length: count }, () => 1);

test('Wilson’s and Student’s intervals are those of the textbooks', () => {
  const share = wilson(8, 10);
  expect([share.low, share.high].map((one) => Math.round(one * 1000) / 1000)).toEqual([0.49, 0.943]);
  const mean = studentInterval([10, 12, 14]);
  expect([mean.low, mean.high].map((one) => Math.round(one * 100) / 100)).toEqual([7.03, 16.97]);
});

test('a share is of what was done, and without records there is no value at all', () => {
  const facts = [1, 1, 0, 1].map((value) => ({ metric: 'tasks_in_time' as const, value }));
  expect(measure('tasks_in_time', facts)).toMatchObject({ value: 0.75, records: 4 });
  expect(measure('tasks_in_time', [])).toMatchObject({ value: null, low: null, records: 0 });
  expect(measure('maps_drawn', [])).toMatchObject({ value: 0 });
  expect(measure('practice_score', [{ metric: 'practice_score', value: 60 }]).low).toBeNull();
});

test('half way through, ten of twenty is about even; the interval holds the target', () => {
  const { expected, low, high, chance } = forecast('maps_drawn', 20, ones(10), november, now);
  expect(expected).toBeGreaterThan(20);
  expect(expected).toBeLessThan(23);
  expect([low ?? 99, high ?? 0].map((one) => one < 20)).toEqual([true, false]);
  expect(chance).toBeGreaterThan(0.5);
  expect(chance).toBeLessThan(0.75);
});

test('the 80 % interval holds about 80 % of what then happens', () => {
  // Half a month seen, half to come, of people who do one to thirty in a month; the same series every time.
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const drawn = (mean: number) => {
    let count = 0;
    let waited = -Math.log(random());
    while (waited < mean) {
      count += 1;
      waited -= Math.log(random());
    }
    return count;
  };
  const middle = new Date('2026-11-16T00:00:00Z');
  let held = 0;
  const people = 300;
  for (let person = 0; person < people; person += 1) {
    const half = 0.5 + random() * 14.5;
    const seen = drawn(half);
    const end = seen + drawn(half);
    const { low, high } = forecast('maps_drawn', 1, ones(seen), november, middle);
    if (low !== null && high !== null && end >= low && end <= high) held += 1;
  }
  expect(held / people).toBeGreaterThan(0.76);
  expect(held / people).toBeLessThan(0.93);
});

test('too little says nothing: no forecast in the first days, nor from two deals', () => {
  const early = new Date('2026-11-02T00:00:00Z');
  expect(forecast('maps_drawn', 20, ones(3), november, early).expected).toBeNull();
  expect(forecast('deals_won_cny', 1e7, [1e6, 2e6], november, now).chance).toBeNull();
});

test.each([
  ['maps_drawn', 5, ones(6), 'reached'],
  ['maps_drawn', 60, ones(6), 'behind'],
  ['maps_drawn', 8, ones(6), 'on_track'],
  ['first_answer_hours', 24, [2, 3, 4, 3], 'on_track'],
  ['first_answer_hours', 1, [20, 30, 25, 28], 'behind'],
  ['practice_score', 70, [60, 80, 75], 'open'],
] as const)('%s with target %d stands where its figures say', (metric, target, values, state) => {
  const value = measure(
    metric,
    values.map((one) => ({ metric, value: one })),
  ).value;
  const outlook = forecast(metric, target, values, november, now);
  expect(stateOf(metric, target, value, outlook, daysOf(november, now))).toBe(state);
});

test('a period that has ended is reached or missed, never open', () => {
  const later = new Date('2026-12-02T00:00:00Z');
  const outlook = forecast('maps_drawn', 20, ones(19), november, later);
  expect(stateOf('maps_drawn', 20, 19, outlook, daysOf(november, later))).toBe('missed');
});

test('an average is shown only when five people stand behind it', () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      measure('practice_score', [{ metric: 'practice_score', value: 60 + index }]),
    );
  expect(teamAverage('practice_score', of(4))).toEqual({
    metric: 'practice_score',
    people: 4,
    average: null,
  });
  expect(teamAverage('practice_score', [...of(5), measure('practice_score', [])]).average).toBe(62);
});

const deed = (kind: FactKind, value: number, label: string | null = null, daysAgo = 3): Deed => ({
  ...{ id: '01970000-0000-7000-8000-0000000000e1', clientId: null, kind, label, value },
  at: new Date(now.getTime() - daysAgo * 86_400_000),
});
const rulesOf = (deeds: readonly Deed[]) => coach(deeds, [], now).map(({ rule }) => rule);

test('the coach speaks only where figures speak', () => {
  expect(rulesOf([])).toEqual([]);
  expect(rulesOf([deed('first_answer_hours', 30), deed('first_answer_hours', 2)])).toEqual([]);
  expect(rulesOf([30, 40, 2].map((hours) => deed('first_answer_hours', hours)))).toEqual(['slow_answers']);
  expect(rulesOf([deed('handoffs_kept', 0), deed('handoffs_kept', 0), deed('handoffs_kept', 1)])).toEqual([
    'handoffs_returned',
  ]);
  expect(rulesOf([deed('deal_lost', 1, 'price'), deed('deal_lost', 1, 'price')])).toEqual(['lost_on_price']);
  expect(rulesOf([deed('practice_score', 55)])).toEqual(['practice_low']);
});

test('a kind of task that is put off more often than taken on is named, with what was counted', () => {
  const put = [1, 2, 3].map(() => deed('task_deferred', 1, 'follow_up_map'));
  const [suggestion] = coach([...put, deed('task_taken', 1, 'follow_up_map')], [], now);
  expect(suggestion?.reason.en).toBe('Put off 3 times in 90 days, taken on 1 times.');
  expect(suggestion?.evidence).toHaveLength(3);
  const taken = [1, 2, 3].map(() => deed('task_taken', 1, 'follow_up_map'));
  expect(rulesOf([...put, ...taken])).toEqual([]);
});

test('what lies further back than a quarter is forgotten', () => {
  expect(rulesOf([30, 40, 50].map((hours) => deed('first_answer_hours', hours, null, 100)))).toEqual([]);
});

test('an objective that falls behind is told with its chance', () => {
  const objective: Objective = {
    ...{ id: '01970000-0000-7000-8000-0000000000f1', userId: '01970000-0000-7000-8000-0000000000d1' },
    ...{ metric: 'maps_drawn', kind: 'count', target: 60, ...november, note: '' },
    setBy: { id: '01970000-0000-7000-8000-0000000000d1', name: { zh: '', en: '' } },
    value: measure('maps_drawn', []),
    forecast: { expected: 12, low: 8, high: 17, chance: 0.04 },
    ...{ timeGone: 0.5, state: 'behind', mayEnd: true },
  };
  expect(coach([], [objective], now)[0]?.reason.en).toContain('about 4 %');
});
