import type {
  ClientSummary,
  DaySummary,
  Draft,
  Notice,
  TimelineEntry,
  WorkTask,
} from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type Principal,
  type Service,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedClients } from './sealed.ts';
import { copilotMigrations, copilotService, createAppearance } from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
const manager: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['client.read', 'copilot.use'],
  },
  homeOrganizationId: home,
  organizationIds: [home, yunxiu, harbourline],
};
const agent: Principal = {
  ...manager,
  user: { ...manager.user, id: '01970000-0000-7000-8000-0000000000d2' },
  organizationIds: [home, yunxiu],
};

let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;
let service: Service;

beforeAll(async () => {
  kit = await createTestKit([copilotMigrations]);
  const noMail = {
    ...{ readersOf: async () => [], postMail: null },
    ...{ address: 'http://localhost', samplesArriving: () => [], allowedPrivateHosts: [] },
  };
  service = copilotService(createLlm({ connections: () => [] }), noMail, createAppearance(kit))(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => (headers['x-as'] === 'agent' ? agent : manager),
  });
  await app.register(service.routes);
  consumer = createConsumer('copilot', service.consumes, kit);
  for (const [id, name] of [
    [yunxiu, '云岫短剧'],
    [harbourline, 'Harbourline Logistics'],
  ] as const) {
    const client = { id, name, website: null, sample: true, createdAt: '2026-11-20T01:00:00.000Z' };
    await kit.database.withTenant([id], (tx) => tx.publish(id, 'client.created', { client, research: null }));
  }
  await fail(harbourline, 'research.no_pages');
  await settle();
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

const fail = (id: string, code: string) =>
  kit.database.withTenant([id], (tx) =>
    tx.publish(id, 'research.ended', { runId: id, status: 'failed', code }),
  );

async function settle() {
  while (await consumer.step());
}

async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: object,
  as = 'manager',
) {
  const response = await app.inject({
    method,
    url: `/api/${url}`,
    headers: { 'x-as': as },
    ...(body === undefined ? {} : { payload: body }),
  });
  const read = response.body === '' ? null : response.json<T>();
  return { status: response.statusCode, body: read as T };
}

test('the list puts first what needs an answer, and shows an agent only the clients assigned', async () => {
  const { body } = await call<{ items: ClientSummary[] }>('GET', 'copilot/clients');
  expect(body.items.map(({ name, waiting }) => [name, waiting])).toEqual([
    ['Harbourline Logistics', 2],
    ['云岫短剧', 1],
  ]);
  const mine = await call<{ items: ClientSummary[] }>('GET', 'copilot/clients', undefined, 'agent');
  expect(mine.body.items.map(({ name }) => name)).toEqual(['云岫短剧']);
});

test('search and filters narrow the list, whatever the width and case of the letters', async () => {
  const names = async (query: string) =>
    (await call<{ items: ClientSummary[] }>('GET', `copilot/clients?${query}`)).body.items.map(
      ({ name }) => name,
    );
  expect(await names(`search=${encodeURIComponent('ＨＡＲＢＯＵＲ')}`)).toEqual(['Harbourline Logistics']);
  expect(await names('search=%25')).toEqual([]);
  expect(await names('health=good')).toEqual([]);
  expect(await names('order=health')).toEqual(['Harbourline Logistics', '云岫短剧']);
});

test('pages follow each other without a gap or a repeat, in every order', async () => {
  for (const order of ['attention', 'recent', 'health', 'name']) {
    const first = await call<{ items: ClientSummary[]; nextCursor: string }>(
      'GET',
      `copilot/clients?order=${order}&limit=1`,
    );
    const second = await call<{ items: ClientSummary[]; nextCursor: null }>(
      'GET',
      `copilot/clients?order=${order}&limit=1&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect([order, new Set(ids).size, second.body.nextCursor]).toEqual([order, 2, null]);
  }
});

test('the timeline has every event, cards and lines, and opens up to the whole event', async () => {
  const { body } = await call<{ items: TimelineEntry[] }>('GET', `clients/${harbourline}/copilot/timeline`);
  expect(body.items.map(({ type, form }) => [type, form])).toEqual([
    ['research.ended', 'card'],
    ['client.created', 'line'],
  ]);
  const context = await call<{ payload: { code: string } }>(
    'GET',
    `clients/${harbourline}/copilot/timeline/${body.items[0]?.id}`,
  );
  expect(context.body.payload.code).toBe('research.no_pages');
});

test('another client’s event is not found', async () => {
  const { body } = await call<{ items: TimelineEntry[] }>('GET', `clients/${harbourline}/copilot/timeline`);
  const foreign = await call('GET', `clients/${yunxiu}/copilot/timeline/${body.items[0]?.id}`);
  expect(foreign.status).toBe(404);
  expect((await call('GET', `clients/${harbourline}/copilot/timeline`, undefined, 'agent')).status).toBe(404);
});

test('each sentence of the summary points to events that exist', async () => {
  const { body } = await call<DaySummary>('GET', 'copilot/summary?language=zh');
  expect(body.engine.via).toBe('rules');
  expect(body.sentences[0]?.text).toContain('Harbourline Logistics：研究失败');
  for (const { clientId, eventIds } of body.sentences)
    for (const eventId of eventIds)
      expect((await call('GET', `clients/${clientId}/copilot/timeline/${eventId}`)).status).toBe(200);
  expect(body.waiting).toBe(3);
});

test('a dismissed task is gone, is kept in the timeline with the reason, and moves its kind down for this person', async () => {
  const before = (await call<{ items: WorkTask[] }>('GET', 'copilot/tasks?limit=10')).body.items;
  const task = before.find(({ rule, clientId }) => rule === 'start_research' && clientId === harbourline);
  const other = before.find(({ rule, clientId }) => rule === 'start_research' && clientId === yunxiu);
  await call('POST', `clients/${harbourline}/copilot/tasks/${task?.id}/decision`, {
    decision: 'dismiss',
    feedback: '客户还没签保密协议',
  });
  await settle();
  const after = (await call<{ items: WorkTask[] }>('GET', 'copilot/tasks?limit=10')).body.items;
  expect(after.map(({ id }) => id)).not.toContain(task?.id);
  expect(after.find(({ id }) => id === other?.id)?.score).toBeLessThan(other?.score ?? 0);
  const { body } = await call<{ items: TimelineEntry[] }>(
    'GET',
    `clients/${harbourline}/copilot/timeline?kind=work`,
  );
  expect(body.items[0]?.text?.zh).toBe('客户还没签保密协议');
});

test('a deferred task comes back when its time has come, and never into the past', async () => {
  const url = `clients/${yunxiu}/copilot/tasks`;
  const [task] = (await call<{ items: WorkTask[] }>('GET', url)).body.items;
  const past = await call<{ code: string }>('POST', `${url}/${task?.id}/decision`, {
    decision: 'defer',
    until: '2020-01-01T00:00:00.000Z',
  });
  expect([past.status, past.body.code]).toEqual([400, 'copilot.deferred_into_past']);
  await call('POST', `${url}/${task?.id}/decision`, {
    decision: 'defer',
    until: new Date(Date.now() + 86_400_000).toISOString(),
  });
  expect((await call<{ items: WorkTask[] }>('GET', url)).body.items).toEqual([]);
  await call('POST', `${url}/${task?.id}/decision`, { decision: 'reopen' });
  expect((await call<{ items: WorkTask[] }>('GET', url)).body.items).toHaveLength(1);
});

test('an escalation is a critical notification for everybody who works on the client', async () => {
  const id = '01970000-0000-7000-8000-00000000e001';
  const task = { id, title: '客户要求今天回电', dueAt: null, escalation: true, reason: '' };
  for (let times = 0; times < 2; times += 1)
    expect((await call('POST', `clients/${yunxiu}/copilot/tasks`, task)).status).toBe(201);
  await settle();
  const { body } = await call<{ items: Notice[] }>('GET', 'copilot/notices', undefined, 'agent');
  expect(body.items.filter(({ level }) => level === 'critical').map(({ text }) => text.zh)).toEqual([
    '升级：客户要求今天回电',
  ]);
  await call('POST', 'copilot/notices/read', { ids: 'all' }, 'agent');
  const read = await call<{ items: Notice[] }>('GET', 'copilot/notices', undefined, 'agent');
  expect(read.body.items.every((notice) => notice.read)).toBe(true);
});

test('a draft is kept; a person’s wording replaces it and can be taken back', async () => {
  const url = `clients/${yunxiu}/copilot/drafts`;
  const request = { kind: 'email', tone: 'warm', language: 'zh', intent: '约下周做一次演示' };
  const { status, body } = await call<Draft>('POST', url, request);
  expect([status, body.engine.via]).toEqual([201, 'rules']);
  expect(body.body).toContain('约下周做一次演示');
  const wording = { subject: '周二演示', body: '各位好' };
  const edited = await call<Draft>('PUT', `${url}/${body.id}`, { wording });
  expect(edited.body).toMatchObject({ subject: '周二演示', original: { subject: body.subject } });
  const restored = await call<Draft>('PUT', `${url}/${body.id}`, { wording: null });
  expect(restored.body).toMatchObject({ subject: body.subject, original: null });
});

test('a saved view belongs to the person who saved it', async () => {
  const id = '01970000-0000-7000-8000-00000000f001';
  const filter = {
    search: '',
    stage: 'sales',
    industry: null,
    health: 'at_risk',
    waiting: true,
    order: 'health',
  };
  expect((await call('PUT', `copilot/views/${id}`, { name: '高风险', filter })).status).toBe(204);
  await call('PUT', `copilot/views/${id}`, { name: '别人的', filter }, 'agent');
  const { body } = await call<{ items: { name: string }[] }>('GET', 'copilot/views');
  expect(body.items.map(({ name }) => name)).toEqual(['高风险']);
  expect((await call<{ items: [] }>('GET', 'copilot/views', undefined, 'agent')).body.items).toEqual([]);
});

test('many events at once leave what the same events leave one after the other', async () => {
  const [alone, one, other] = ['01', '02', '03'].map((last) => `01970000-0000-7000-8000-00000000cc${last}`);
  if (alone === undefined || one === undefined || other === undefined) throw new Error('no clients');
  const happen = async (ids: readonly string[]) => {
    for (const id of ids) {
      const client = {
        id,
        name: '栈桥影业',
        website: null,
        sample: true,
        createdAt: '2026-11-20T01:00:00.000Z',
      };
      await kit.database.withTenant([id], (tx) =>
        tx.publish(id, 'client.created', { client, research: null }),
      );
    }
    for (const code of ['research.no_pages', 'research.failed']) for (const id of ids) await fail(id, code);
  };
  const left = (id: string) =>
    kit.database.withTenant([id], async (tx) => {
      const { rows } = await tx.db.execute<{ lastZh: string }>(sql`
        select waiting, health, health_before, stage, last_zh as "lastZh", search_text,
          (select array_agg(type || weight order by occurred_at, type) from copilot.timeline
           where organization_id = ${id}) as timeline,
          (select array_agg(level order by at) from copilot.notices where organization_id = ${id}) as notices,
          (select array_agg(rule || status || cardinality(event_ids) order by rule) from copilot.tasks
           where organization_id = ${id}) as tasks
        from copilot.clients where organization_id = ${id}`);
      const opened = await tx.open(
        sealedClients,
        rows.map((row) => ({ ...row, organizationId: id })),
      );
      return opened.map(({ organizationId, ...row }) => row);
    });
  await happen([alone]);
  await settle();
  await happen([one, other]);
  const together = createConsumer('copilot', service.consumes, kit, service.consumesTogether);
  while (await together.step());
  const expected = await left(alone);
  expect(expected).toMatchObject([{ tasks: expect.any(Array), notices: expect.any(Array) }]);
  expect([await left(one), await left(other)]).toEqual([expected, expected]);
});
