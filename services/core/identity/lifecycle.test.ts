import type { Handoff, Lifecycle, Session, SpecialistRequest } from '@tokenholic/contracts';
import { AppError, createHttpServer, type HttpServer, type Principal } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_VENDOR } from './domain/demo-people.ts';
import { permissionsOf } from './domain/permissions.ts';
import {
  createPrincipals,
  demoPeople,
  expireSpecialists,
  identityMigrations,
  identityService,
  type PassIncomplete,
  type Principals,
} from './service.ts';

const yunxiu = '01970000-0000-7000-8000-00000000c001';
const [manager, agent] = demoPeople;
const handoffId = '01970000-0000-7000-8000-00000000e001';
const samples = { arriving: true };
const askedFor: { missing: number }[] = [];
const passIncomplete: PassIncomplete = async (_principal, handoff) => {
  askedFor.push(handoff);
  throw new AppError({
    kind: 'conflict',
    code: 'approvals.held_back',
    message: { zh: '等待审批', en: 'Waits' },
  });
};
let kit: TestKit;
let app: HttpServer;
let principals: Principals;

beforeAll(async () => {
  kit = await createTestKit([identityMigrations]);
  principals = createPrincipals(kit);
  const service = identityService({ version: '0', accounts: null, samples, passIncomplete }, principals)(kit);
  await service.start?.();
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => principals.find(String(headers['x-as'] ?? manager.id)),
  });
  await app.register(service.routes);
  const created = await call('POST', 'clients', {
    id: yunxiu,
    name: '云岫短剧',
    website: null,
    research: null,
  });
  expect(created.status).toBe(201);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object, as: string = manager.id) {
  const response = await app.inject({
    method,
    url: `/api/${url}`,
    headers: { 'x-as': as },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, body: response.json<T>() };
}

const answerAs = (as: string, url: string, body: object) =>
  app.inject({ method: 'POST', url: `/api/${url}`, headers: { 'x-as': as }, payload: body });

const published = async () => {
  const { rows } = await kit.database.pool.query<{ type: string }>(
    'select type from kit.events order by seq',
  );
  return rows.map(({ type }) => type);
};

test('the session says while the sample clients are being made, and when they are there', async () => {
  expect((await call<Session>('GET', 'session')).body.samplesArriving).toBe(true);
  samples.arriving = false;
  expect((await call<Session>('GET', 'session')).body.samplesArriving).toBe(false);
});

test('a client begins in sales and sees it through to onboarding with a full checklist only', async () => {
  const first = await call<Lifecycle>('GET', `clients/${yunxiu}/lifecycle`);
  expect(first.body).toMatchObject({ stage: 'sales', next: ['onboarding'], open: null });
  const jump = await call<{ code: string }>('POST', `clients/${yunxiu}/handoffs`, {
    id: handoffId,
    to: 'success',
    note: '',
  });
  expect([jump.status, jump.body.code]).toEqual([409, 'identity.handoff_not_possible']);

  const proposal = { id: handoffId, to: 'onboarding', note: '客户想在双十一前上线' };
  const { body: open } = await call<Handoff>('POST', `clients/${yunxiu}/handoffs`, proposal);
  expect((await call('POST', `clients/${yunxiu}/handoffs`, proposal)).status).toBe(201);
  const decision = `clients/${yunxiu}/handoffs/${handoffId}/decision`;
  const early = await call<{ code: string }>('POST', decision, { decision: 'accept' });
  expect([early.status, early.body.code]).toEqual([409, 'identity.handoff_incomplete']);
  const exception = { decision: 'accept', withMissing: true };
  const held = await call<{ code: string }>('POST', decision, exception);
  expect([held.status, held.body.code, askedFor.at(-1)?.missing]).toEqual([
    ...[409, 'approvals.held_back', open.checklist.length],
  ]);
  for (const { key } of open.checklist)
    await call('PUT', `clients/${yunxiu}/handoffs/${handoffId}/checklist`, { key, done: true });
  expect((await call<Handoff>('POST', decision, { decision: 'accept' })).body.status).toBe('accepted');
  const late = await call<{ code: string }>('POST', decision, { decision: 'accept' });
  expect(late.body.code).toBe('identity.handoff_answered');

  const after = await call<Lifecycle>('GET', `clients/${yunxiu}/lifecycle`);
  expect(after.body).toMatchObject({ stage: 'onboarding', next: ['support'], open: null });
  expect((await published()).slice(1)).toEqual([
    'client.assigned',
    'client.handoff_proposed',
    'client.stage_changed',
  ]);
});

test('a returned hand-off leaves the client where it was and says what is missing; only one waits at a time', async () => {
  const [second, third] = ['01970000-0000-7000-8000-00000000e002', '01970000-0000-7000-8000-00000000e003'];
  await call('POST', `clients/${yunxiu}/handoffs`, { id: second, to: 'support', note: '' });
  const twice = await call<{ code: string }>('POST', `clients/${yunxiu}/handoffs`, {
    id: third,
    to: 'support',
    note: '',
  });
  expect(twice.body.code).toBe('identity.handoff_not_possible');
  await call('POST', `clients/${yunxiu}/handoffs/${second}/decision`, {
    decision: 'return',
    reason: '缺告警联系人',
  });
  const { body } = await call<Lifecycle>('GET', `clients/${yunxiu}/lifecycle`);
  expect([body.stage, body.open, body.past[0]?.reason]).toEqual(['onboarding', null, '缺告警联系人']);
});

test('a manager gives a client to a colleague, who sees it at once and loses it at once', async () => {
  const team = `clients/${yunxiu}/team/${agent?.id}`;
  const seen = async () => (await call('GET', `clients/${yunxiu}/lifecycle`, undefined, agent?.id)).status;
  expect(await seen()).toBe(404);
  await call('PUT', team, { assigned: true });
  expect(await seen()).toBe(200);
  expect((await call('PUT', team, { assigned: false }, agent?.id)).status).toBe(403);
  const { body } = await call<Lifecycle>('PUT', team, { assigned: false });
  expect(body.team.map(({ id }) => id)).toEqual([manager.id]);
  expect(await seen()).toBe(404);
});

test('somebody outside the own organisation cannot be given a client', async () => {
  const stranger = '01970000-0000-7000-8000-0000000000ff';
  const { status, body } = await call<{ code: string }>('PUT', `clients/${yunxiu}/team/${stranger}`, {
    assigned: true,
  });
  expect([status, body.code]).toEqual([400, 'identity.not_an_agent']);
});

test('the vendor’s own organisation has no life as a client', async () => {
  expect((await call('GET', `clients/${DEMO_VENDOR}/lifecycle`)).status).toBe(404);
});

test('assigning is for managers; handing over is for every agent', () => {
  const may = (role: Principal['user']['roles'][number]) => permissionsOf([role]);
  expect(may('support_specialist')).toContain('client.handoff');
  expect(may('support_specialist')).not.toContain('client.assign');
  expect(may('sales_manager')).toContain('client.assign');
  expect(may('viewer')).toEqual(['account.use']);
});

const specialistId = agent?.id ?? '';

test('a specialist sees the client while asked, says what came of it, and is gone from it again', async () => {
  const url = `clients/${yunxiu}/specialists`;
  const id = '01970000-0000-7000-8000-00000000f001';
  const dueOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const invitation = { id, specialistId, question: '能否做等保三级？', dueOn };
  expect((await call('GET', url, undefined, specialistId)).status).toBe(404);
  expect((await call('POST', url, invitation)).status).toBe(200);
  expect((await call('POST', url, invitation)).status).toBe(200);
  const seen = await call<{ items: SpecialistRequest[] }>('GET', url, undefined, specialistId);
  expect(seen.body.items).toMatchObject([{ id, status: 'open', question: '能否做等保三级？', dueOn }]);
  const outcome = { outcome: 'advised', note: '可以，需要专属集群。' };
  const foreign = await call<{ code: string }>('POST', `${url}/${id}/outcome`, outcome);
  expect([foreign.status, foreign.body.code]).toEqual([403, 'identity.specialist_not_you']);
  expect((await answerAs(specialistId, `${url}/${id}/outcome`, outcome)).statusCode).toBe(204);
  expect((await call('GET', url, undefined, specialistId)).status).toBe(404);
  const after = await call<{ items: SpecialistRequest[] }>('GET', url);
  expect(after.body.items).toMatchObject([
    { status: 'answered', outcome: 'advised', note: '可以，需要专属集群。' },
  ]);
  expect((await published()).slice(-2)).toEqual(['client.specialist_invited', 'client.specialist_returned']);
  const { rows } = await kit.database.pool.query('select * from identity.specialist_requests');
  expect(JSON.stringify(rows)).not.toMatch(/等保|专属集群/);
});

test('who does not answer by the day leaves the client by themselves; who had it before keeps it', async () => {
  const url = `clients/${yunxiu}/specialists`;
  const today = new Date().toISOString().slice(0, 10);
  const invite = (id: string) =>
    call('POST', url, { id, specialistId, question: '价格能否再低？', dueOn: today });
  const { now } = kit;
  const twoDaysOn = () => new Date(now().getTime() + 2 * 86_400_000);
  expect((await invite('01970000-0000-7000-8000-00000000f002')).status).toBe(200);
  expect(await expireSpecialists(kit)).toBe(0);
  kit.now = twoDaysOn;
  expect(await expireSpecialists(kit)).toBe(1);
  kit.now = now;
  principals.forget();
  expect((await call('GET', url, undefined, specialistId)).status).toBe(404);
  await call('PUT', `clients/${yunxiu}/team/${specialistId}`, { assigned: true });
  await invite('01970000-0000-7000-8000-00000000f003');
  kit.now = twoDaysOn;
  expect(await expireSpecialists(kit)).toBe(1);
  kit.now = now;
  principals.forget();
  expect((await call('GET', url, undefined, specialistId)).status).toBe(200);
  const past = await call<{ code: string }>('POST', url, {
    ...{ id: '01970000-0000-7000-8000-00000000f004', specialistId },
    ...{ question: 'x', dueOn: '2020-01-01' },
  });
  expect(past.body.code).toBe('identity.specialist_day_past');
});
