import type { Coaching, EventType, Performance, Role, TeamPerformance } from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  newTraceId,
  type Principal,
  runWithTrace,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import type { Llm } from '@workflow/llm-sdk';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { performanceMigrations, performanceService } from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
const idOf = (last: string) => `01970000-0000-7000-8000-0000000000${last}`;
const some = (last: string, name: string, roles: Role[], clients: string[], managed: boolean): Principal => ({
  user: {
    ...{ id: idOf(last), name: { zh: name, en: name }, roles },
    permissions: managed ? ['performance.own', 'performance.team'] : ['performance.own'],
  },
  homeOrganizationId: home,
  organizationIds: [home, ...clients],
});
const people: Record<string, Principal> = {
  lin: some('d1', '林佩', ['sales_manager'], [yunxiu], true),
  zhou: some('d2', '周衡', ['sales_agent'], [yunxiu], false),
  su: some('d3', '苏然', ['support_specialist'], [], false),
};
const NOW = new Date('2026-11-20T02:00:00Z');

/** What the model answers. */
let answered: object = { suggestions: [] };
const llm: Llm = {
  hasModel: async () => true,
  run: async (task, input) => {
    const output = task.output.parse(answered);
    return {
      ...{ output: task.accept?.(output, input) ?? output, costCny: null, attempts: [] },
      engine: { via: 'model', model: 'qwen-test', reason: null },
      usage: { inputTokens: 0, outputTokens: 0 },
    };
  },
};

let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;

beforeAll(async () => {
  kit = await createTestKit([performanceMigrations]);
  kit.now = () => NOW;
  const service = performanceService(
    {
      people: async () => Object.values(people).map(({ user: { id, name, roles } }) => ({ id, name, roles })),
      organizations: async () => [home, yunxiu, harbourline],
    },
    llm,
  )(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => people[String(headers['x-as'])] ?? null,
  });
  await app.register(service.routes);
  consumer = createConsumer('performance', service.consumes, kit);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T>(as: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) {
  const response = await app.inject({
    method,
    url: `/api/performance${url}`,
    headers: { 'x-as': as },
    ...(body === undefined ? {} : { payload: body }),
  });
  const { statusCode: status, body: text } = response;
  const parsed: T & { code: string } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status, text, body: parsed };
}

/** Something a person did with a client. */
function happened<N extends EventType>(by: string, organizationId: string, type: N, payload: object) {
  const actor = people[by]?.user.id ?? 'system';
  return runWithTrace({ traceId: newTraceId(), actor }, () =>
    // The transaction checks the payload against the schema of its type.
    kit.database.withTenant([organizationId], (tx) => tx.publish(organizationId, type, payload as never)),
  );
}
const settle = async () => {
  while (await consumer.step());
};

const dealId = uuidv7();
const said = (direction: 'in' | 'out', occurredAt: string) => ({
  ...{ headline: { zh: '', en: '' }, activityId: uuidv7(), dealId, kind: 'email', direction, occurredAt },
  ...{ subject: '', text: '', people: [] },
});
const figureOf = ({ metrics }: Performance, metric: string) => metrics.find((one) => one.metric === metric);

test('what a person did counts for them, by the day on which it happened, and what the product did for nobody', async () => {
  await happened('zhou', yunxiu, 'activity.logged', said('in', '2026-11-02T02:00:00Z'));
  await happened('zhou', yunxiu, 'activity.logged', said('in', '2026-11-02T09:00:00Z'));
  await happened('zhou', yunxiu, 'activity.logged', said('out', '2026-11-03T08:00:00Z'));
  await happened('zhou', yunxiu, 'activity.logged', { ...said('in', '2026-11-03T09:00:00Z'), kind: 'call' });
  await happened('nobody', yunxiu, 'activity.logged', said('in', '2026-11-04T02:00:00Z'));
  await happened('nobody', yunxiu, 'activity.logged', said('out', '2026-11-04T03:00:00Z'));
  const deal = {
    ...{ title: '分镜', amountMinor: 100_00, currency: 'CNY', closeDate: '2026-11-30', source: '' },
    ...{ products: [], competitors: [], headline: { zh: '', en: '' }, dealId, stage: 'won' },
    outcome: { reason: 'price', text: '', buyerReason: null, buyerText: '' },
  };
  await happened('zhou', yunxiu, 'deal.won', { ...deal, closedAt: '2026-10-05T00:00:00Z' });
  await happened('zhou', yunxiu, 'deal.won', { ...deal, closedAt: '2026-08-05T00:00:00Z' });
  await settle();
  const { body } = await call<Performance>('zhou', 'GET', '');
  // From the client's first message of the two, thirty hours.
  expect(figureOf(body, 'first_answer_hours')).toMatchObject({ value: 30, records: 1, low: null });
  expect(figureOf(body, 'deals_won_cny')).toMatchObject({ value: 100, records: 1 });
  expect(body.team.every(({ average }) => average === null)).toBe(true);
});

test('a hand-off counts for who proposed it, kept or returned, whoever answered', async () => {
  const [kept, back] = [uuidv7(), uuidv7()];
  const from = { from: 'sales', to: 'onboarding' };
  for (const handoffId of [kept, back])
    await happened('zhou', yunxiu, 'client.handoff_proposed', { handoffId, ...from, note: '' });
  await happened('su', yunxiu, 'client.stage_changed', { handoffId: kept, ...from });
  await happened('su', yunxiu, 'client.handoff_returned', {
    ...{ handoffId: back, to: 'onboarding', reason: '缺合同' },
  });
  await settle();
  const { body } = await call<Performance>('zhou', 'GET', '');
  expect(figureOf(body, 'handoffs_kept')).toMatchObject({ value: 0.5, records: 2 });
});

test('a task done counts as in time by when it was due', async () => {
  const task = {
    taskId: uuidv7(),
    rule: 'manual',
    title: { zh: '', en: '' },
    feedback: null,
    status: 'done',
  };
  await happened('zhou', yunxiu, 'task.decided', { ...task, dueAt: '2099-01-01T00:00:00Z' });
  await happened('zhou', yunxiu, 'task.decided', { ...task, dueAt: '2020-01-01T00:00:00Z' });
  await happened('zhou', yunxiu, 'task.decided', task);
  await settle();
  const { rows } = await kit.database.pool.query<{ value: number }>(
    "select value from performance.facts where kind = 'tasks_in_time' order by value",
  );
  expect(rows.map(({ value }) => value)).toEqual([0, 1]);
});

test('a person sees only themself; a manager sees the team, with no way into clients of others', async () => {
  expect((await call('zhou', 'GET', '/team')).status).toBe(403);
  expect((await call('zhou', 'GET', `/people/${idOf('d1')}`)).status).toBe(403);
  for (let times = 0; times < 3; times += 1) {
    await happened('zhou', harbourline, 'activity.logged', said('in', '2026-11-10T02:00:00Z'));
    await happened('zhou', harbourline, 'activity.logged', said('out', '2026-11-12T02:00:00Z'));
  }
  await settle();
  const { body: team } = await call<TeamPerformance>('lin', 'GET', '/team');
  expect(team.people.map(({ person }) => person.name.zh)).toEqual(['林佩', '周衡', '苏然']);
  const { body } = await call<Performance>('lin', 'GET', `/people/${idOf('d2')}`);
  const [slow] = body.suggestions;
  expect(slow?.rule).toBe('slow_answers');
  expect(slow?.evidence.map(({ clientId }) => clientId)).toContain(null);
  expect(JSON.stringify(body)).not.toContain(harbourline);
});

test('objectives are set by oneself or by a manager, and only who set one or a manager ends it', async () => {
  const wish = {
    ...{ userId: idOf('d2'), metric: 'first_answer_hours', target: 24, note: '' },
    ...{ from: '2026-10-01', until: '2026-12-31' },
  };
  const [own, given] = [uuidv7(), uuidv7()];
  expect((await call('su', 'PUT', '/objectives', { id: uuidv7(), ...wish })).status).toBe(403);
  expect((await call('zhou', 'PUT', '/objectives', { id: own, ...wish })).status).toBe(204);
  for (let times = 0; times < 2; times += 1)
    expect((await call('lin', 'PUT', '/objectives', { id: given, ...wish })).status).toBe(204);
  const { body } = await call<Performance>('zhou', 'GET', '');
  expect(body.objectives.map(({ id, mayEnd, state }) => [id, mayEnd, state])).toEqual([
    ...[
      [own, true, 'behind'],
      [given, false, 'behind'],
    ],
  ]);
  expect((await call('zhou', 'DELETE', `/objectives/${given}`)).body.code).toBe('performance.set_by_manager');
  expect((await call('su', 'DELETE', `/objectives/${own}`)).status).toBe(404);
  expect((await call('zhou', 'DELETE', `/objectives/${own}`)).status).toBe(204);
});

test('a model may say a suggestion better, with every figure that was counted and no other', async () => {
  const words = async (method: 'GET' | 'POST', as = 'zhou', more = '') =>
    (await call<Coaching>(as, method, `/coaching?language=en${more}`)).body;
  const byRules = await words('GET');
  expect(byRules.engine).toEqual({ via: 'rules', model: null, reason: 'not_asked' });
  const [first] = byRules.suggestions;
  if (first === undefined) throw new Error('nothing to coach');
  const { key, reason } = first;
  const say = (more: object) => {
    answered = { suggestions: [{ key, title: 'Answer sooner', reason, step: 'Reply today.', ...more }] };
    return words('POST');
  };
  expect(await say({})).toMatchObject({
    engine: { via: 'model', model: 'qwen-test' },
    suggestions: [{ key, title: 'Answer sooner' }],
  });
  // A figure nobody counted, one that was left out, a suggestion nobody made: the rules' words stay.
  for (const more of [{ step: 'Reply within 7 hours.' }, { reason: 'Slow.' }, { key: 'invented' }])
    expect(await say(more)).toMatchObject({
      engine: { via: 'rules', reason: 'output_invalid' },
      suggestions: byRules.suggestions,
    });
  expect((await call('zhou', 'POST', `/coaching?language=en&person=${idOf('d1')}`)).status).toBe(403);
  expect((await words('GET', 'lin', `&person=${idOf('d2')}`)).suggestions).toEqual(byRules.suggestions);
});

test('a suggestion that is dismissed stays away until its reason changes', async () => {
  const keys = async () =>
    (await call<Performance>('zhou', 'GET', '')).body.suggestions.map(({ key }) => key);
  const [first = ''] = await keys();
  await call('zhou', 'PUT', '/suggestions', { key: first, answer: 'dismissed', feedback: '客户在度假' });
  expect(await keys()).not.toContain(first);
  await happened('zhou', yunxiu, 'activity.logged', said('in', '2026-11-15T02:00:00Z'));
  await happened('zhou', yunxiu, 'activity.logged', said('out', '2026-11-18T02:00:00Z'));
  await settle();
  expect((await keys()).some((key) => key.startsWith('slow_answers') && key !== first)).toBe(true);
});

test('the export is a table that a spreadsheet opens', async () => {
  const { status, text } = await call('lin', 'GET', '/export/team?language=en');
  expect(status).toBe(200);
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFName,Metric,Value,Low 95%,High 95%,Records,From,To');
  expect(lines).toHaveLength(1 + 3 * 7);
});
