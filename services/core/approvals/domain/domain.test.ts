import type { ApprovalQuestion, ApprovalStatus, WorkCalendar } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { faultOf } from './check-settings.ts';
import { covers, needOf } from './deal-gate.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import { hasAnybodyToAsk, standingOf } from './gate.ts';
import { begin, type Clock, next, type RequestState } from './request-state.ts';
import { above, riskOf, routing } from './routing.ts';
import { approversOf, rightOf, whyNot } from './who-may.ts';
import { addWorkingHours } from './working-time.ts';

const { calendar, ladder } = DEFAULT_SETTINGS;
const at = (text: string) => new Date(text);
const everybody = (role: string) => [role];
const deal = (amountCny: number, discountPercent = 0): ApprovalQuestion => ({
  ...{ type: 'deal', amountCny, discountPercent, personalData: false },
});
const budget = (amountCny: number | null): ApprovalQuestion => ({
  ...{ type: 'budget', amountCny, discountPercent: null, personalData: false },
});
const person = (id: string) => ({ id, name: { zh: id, en: id } });
const colleague = (id: string, ...roles: string[]) => ({ ...person(id), roles });

// 2026-11-27 is a Friday; Shanghai is eight hours ahead of UTC.
test.each([
  ['within a day', '2026-11-26T02:00:00Z', 4, '2026-11-26T06:00:00.000Z'],
  ['over night', '2026-11-26T08:00:00Z', 4, '2026-11-27T03:00:00.000Z'],
  ['over the week-end', '2026-11-27T08:00:00Z', 4, '2026-11-30T03:00:00.000Z'],
  ['from the middle of a night', '2026-11-26T18:00:00Z', 1, '2026-11-27T02:00:00.000Z'],
  ['from a Sunday', '2026-11-29T04:00:00Z', 9, '2026-11-30T10:00:00.000Z'],
])('working hours pass only while people work: %s', (_name, from, hours, until) => {
  expect(addWorkingHours(at(from), hours, calendar)?.toISOString()).toBe(until);
});

test('a holiday is not worked on', () => {
  const golden = { ...calendar, holidays: ['2026-11-27'] };
  expect(addWorkingHours(at('2026-11-26T08:00:00Z'), 4, golden)?.toISOString()).toBe(
    '2026-11-30T03:00:00.000Z',
  );
});

test('where clocks are changed the working day still begins at nine on the wall', () => {
  const newYork: WorkCalendar = { ...calendar, timeZone: 'America/New_York' };
  // Clocks go back on Sunday the first of November 2026.
  expect(addWorkingHours(at('2026-10-30T21:00:00Z'), 2, newYork)?.toISOString()).toBe(
    '2026-11-02T15:00:00.000Z',
  );
});

test('a calendar in which nobody works has no limits of time', () => {
  const every = Array.from({ length: 900 }, (_, day) =>
    new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10),
  );
  expect(addWorkingHours(at('2026-11-26T02:00:00Z'), 1, { ...calendar, holidays: every })).toBeNull();
});

test.each([
  ['a small deal', deal(800_000), null, []],
  ['a large one', deal(6_000_000), 'deal-amount', ['sales_manager']],
  ['a discount', deal(800_000, 18), 'deal-discount', ['sales_manager']],
  ['a very large one', deal(12_000_000), 'deal-high', ['sales_manager', 'platform_admin']],
  ['a deep discount', deal(100, 45), 'deal-high', ['sales_manager', 'platform_admin']],
  ['a small budget', budget(49_999), 'budget', ['sales_manager']],
  ['a large one', budget(50_000), 'budget-large', ['platform_admin']],
  ['one of which nobody can say how large', budget(null), 'budget-large', ['platform_admin']],
] as const)('%s goes where the rules say', (_name, question, rule, roles) => {
  const route = routing(DEFAULT_SETTINGS, question, everybody);
  expect([route.rule?.id ?? null, route.steps.map(({ role }) => role)]).toEqual([rule, roles]);
});

test('a rule that is switched off lets the next one decide, and without any nobody is asked', () => {
  const off = DEFAULT_SETTINGS.rules.map((rule) => ({ ...rule, enabled: rule.type !== 'deal' }));
  expect(routing({ rules: off, ladder }, deal(2e7, 60), everybody)).toMatchObject({ rule: null, steps: [] });
});

test('a role without people gives its step to the next one up, and two steps for one role become one', () => {
  const document: ApprovalQuestion = { ...deal(2e6), type: 'document' };
  const route = routing(DEFAULT_SETTINGS, document, (role) => (role === 'platform_admin' ? ['lin'] : []));
  expect(route.steps).toEqual([{ role: 'platform_admin', hours: 8 }]);
  const two = routing(DEFAULT_SETTINGS, deal(2e7), (role) => (role === 'platform_admin' ? ['lin'] : []));
  expect(two.steps).toEqual([{ role: 'platform_admin', hours: 16 }]);
  expect(routing(DEFAULT_SETTINGS, document, () => []).steps[0]?.role).toBe('presales_engineer');
});

test('data of people makes an export a high risk', () => {
  const question: ApprovalQuestion = { ...deal(0), type: 'export' };
  expect([riskOf(question), riskOf({ ...question, personalData: true })]).toEqual(['low', 'high']);
});

test('the ladder ends at its top', () => {
  expect([
    above('presales_engineer', ladder),
    above('sales_manager', ladder),
    above('platform_admin', ladder),
  ]).toEqual(['sales_manager', 'platform_admin', null]);
});

const clockAt = (text: string): Clock => ({ now: at(text), calendar, ladder });
const started = '2026-11-26T01:00:00Z';
const twoSteps = () =>
  begin(
    [
      { role: 'sales_manager', hours: 8 },
      { role: 'platform_admin', hours: 16 },
    ],
    clockAt(started),
  );
const approve = (state: RequestState, by: string, time: string) =>
  next(state, { kind: 'decide', decision: 'approve', by: person(by) }, clockAt(time));

test('one step after the other says yes, and the second one’s time begins with its turn', () => {
  const first = approve(twoSteps(), 'lin', '2026-11-26T03:00:00Z');
  expect(first?.state).toMatchObject({ status: 'waiting', step: 1 });
  expect(first?.state.steps[1]?.dueAt).toBe('2026-11-27T10:00:00.000Z');
  const second = approve(first?.state ?? twoSteps(), 'he', '2026-11-26T05:00:00Z');
  expect([second?.state.status, second?.outcomes]).toEqual([
    'approved',
    [{ kind: 'approved', role: 'platform_admin' }],
  ]);
});

test('a reminder comes once, at three quarters of the time, and then the next one up takes over with time of their own', () => {
  let state = twoSteps();
  const kinds: string[] = [];
  const tick = (time: string) => {
    const after = next(state, { kind: 'tick' }, clockAt(time));
    state = after?.state ?? state;
    kinds.push(...(after?.outcomes.map(({ kind }) => kind) ?? []));
  };
  tick('2026-11-26T06:59:00Z');
  expect(kinds).toEqual([]);
  for (const time of ['2026-11-26T07:00:00Z', '2026-11-26T07:01:00Z']) tick(time);
  expect(kinds).toEqual(['reminded']);
  for (const time of ['2026-11-26T09:00:00Z', '2026-11-26T09:00:30Z']) tick(time);
  expect(kinds).toEqual(['reminded', 'escalated']);
  expect(state.steps[0]).toMatchObject({ role: 'platform_admin', dueAt: '2026-11-27T08:00:00.000Z' });
  for (const time of ['2026-11-27T08:00:00Z', '2026-11-27T09:00:00Z']) tick(time);
  expect(kinds).toEqual(['reminded', 'escalated', 'overdue']);
  // The second step is of the role that the first one came to: one word counts for both.
  expect(approve(state, 'lin', '2026-11-27T09:30:00Z')?.state.status).toBe('approved');
});

test('sent back for changes it waits for the requester, and begins anew when submitted again', () => {
  const back = next(
    twoSteps(),
    { kind: 'decide', decision: 'changes', by: person('lin') },
    clockAt('2026-11-26T02:00:00Z'),
  );
  expect(back?.state.status).toBe('changes');
  const steps = [{ role: 'sales_manager' as const, hours: 8 }];
  const again = next(back?.state ?? twoSteps(), { kind: 'resubmit', steps }, clockAt('2026-11-26T03:00:00Z'));
  expect(again?.state).toMatchObject({ status: 'waiting', round: 2, step: 0 });
});

test('what is closed stays closed', () => {
  const done = next(twoSteps(), { kind: 'withdraw' }, clockAt(started))?.state ?? twoSteps();
  const actions = [{ kind: 'withdraw' }, { kind: 'tick' }, { kind: 'resubmit', steps: [] }] as const;
  expect(actions.map((action) => next(done, action, clockAt('2027-01-01T00:00:00Z')))).toEqual([
    ...[null, null, null],
  ]);
  expect(approve(done, 'lin', started)).toBeNull();
});

const people = [
  colleague('lin', 'sales_manager'),
  colleague('he', 'sales_manager'),
  colleague('zhou', 'sales_agent'),
];

test('nobody decides their own request, whatever their role', () => {
  const turn = { role: 'sales_manager', requesterId: 'lin', earlier: [], later: [] } as const;
  expect(approversOf(turn, people, []).map(({ id }) => id)).toEqual(['he']);
});

test('who stands in decides by the other’s right, but never on what that other asked for', () => {
  const away = [{ person: person('he'), standIn: person('zhou') }];
  const [, , zhou] = people;
  const may = (requesterId: string) =>
    zhou === undefined
      ? null
      : rightOf(zhou, { role: 'sales_manager', requesterId, earlier: [], later: [] }, people, away);
  expect(may('lin')).toEqual({ onBehalfOf: person('he').name });
  expect([may('he'), may('zhou')]).toEqual([null, null]);
});

test('each step is another pair of eyes, and who alone can decide the last leaves the first to a colleague', () => {
  const both = colleague('lin', 'sales_manager', 'platform_admin');
  const team = [both, colleague('he', 'sales_manager'), colleague('zhou', 'sales_agent')];
  const first = {
    role: 'sales_manager',
    requesterId: 'zhou',
    earlier: [],
    later: ['platform_admin'],
  } as const;
  expect(approversOf(first, team, []).map(({ id }) => id)).toEqual(['he']);
  expect(whyNot(both, first)).toBe('kept_for_later');
  const second = { role: 'platform_admin', requesterId: 'zhou', earlier: ['lin'], later: [] } as const;
  expect([approversOf(second, team, []), whyNot(both, second)]).toEqual([[], 'step_of_another']);
  // A second administrator sets both free to take the first step, and one of them to take the last.
  const more = [...team, colleague('gu', 'platform_admin')];
  expect(approversOf(first, more, []).map(({ id }) => id)).toEqual(['lin', 'he']);
  expect(approversOf(second, more, []).map(({ id }) => id)).toEqual(['gu']);
});

test('where one person alone could decide both steps there is one step', () => {
  const alone = () => ['lin'];
  expect(routing(DEFAULT_SETTINGS, deal(2e7), alone).steps).toEqual([{ role: 'platform_admin', hours: 16 }]);
});

test('what is held back passes for a week after a yes, and is not asked again on the day of a no', () => {
  const day = (days: number) => new Date(Date.UTC(2026, 10, days));
  const stands = (status: ApprovalStatus, closedAt: Date | null) => standingOf({ status, closedAt }, day(20));
  expect(standingOf(null, day(20))).toBe('not_asked');
  expect([stands('waiting', null), stands('approved', day(14)), stands('approved', day(12))]).toEqual([
    ...['waiting', 'free', 'not_asked'],
  ]);
  expect([stands('rejected', day(20)), stands('rejected', day(18)), stands('withdrawn', day(20))]).toEqual([
    ...['rejected', 'not_asked', 'not_asked'],
  ]);
  expect(hasAnybodyToAsk([colleague('lin', 'platform_admin')], 'lin')).toBe(false);
  expect(hasAnybodyToAsk([colleague('lin', 'platform_admin')], 'zhou')).toBe(true);
});

test('an approval covers a deal until it becomes larger or cheaper', () => {
  const approved = { amountCny: 6e6, discountPercent: 10 };
  expect(covers(approved, { amountCny: 5e6, discountPercent: 10 })).toBe(true);
  expect(covers(approved, { amountCny: 6e6, discountPercent: 12 })).toBe(false);
  const request = { ...approved, id: 'r', status: 'approved' as const };
  expect(needOf({ amountCny: 7e6, discountPercent: 0 }, [request])).toEqual({
    ...{ state: 'not_asked', approvalId: null },
  });
});

test('a no holds until the deal itself has changed', () => {
  const rejected = { id: 'r', amountCny: 6e6, discountPercent: 10, status: 'rejected' as const };
  expect(needOf(rejected, [rejected])?.state).toBe('rejected');
  expect(needOf({ ...rejected, discountPercent: 8 }, [rejected])?.state).toBe('not_asked');
});

test('settings that contradict themselves are not kept', () => {
  expect(faultOf(DEFAULT_SETTINGS)).toBeNull();
  const [first] = DEFAULT_SETTINGS.rules;
  expect(faultOf({ ...DEFAULT_SETTINGS, rules: first === undefined ? [] : [first, first] })).toBe(
    'rule_twice',
  );
  expect(faultOf({ ...DEFAULT_SETTINGS, calendar: { ...calendar, closes: '08:00' } })).toBe('hours_wrong');
});
