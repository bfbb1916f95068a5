import type { RequirementDraft, SentRequirements } from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type Principal,
  sweepOrganization,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedDrafts } from './sealed.ts';
import { requirementsMigrations, requirementsService } from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const lin: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['client.read', 'client.write'],
  },
  homeOrganizationId: home,
  organizationIds: [home, yunxiu],
};
let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;
let now = new Date('2026-11-21T09:00:00Z');

beforeAll(async () => {
  kit = { ...(await createTestKit([requirementsMigrations])), now: () => now };
  const service = requirementsService(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => (headers['x-as'] === 'guest' ? null : lin),
  });
  await app.register(service.routes);
  consumer = createConsumer('requirements', service.consumes, kit);
  const client = {
    id: yunxiu,
    name: '云岫短剧',
    website: null,
    sample: false,
    createdAt: '2026-11-20T01:00:00.000Z',
  };
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'client.created', { client, research: null }),
  );
  while (await consumer.step());
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, as = 'lin') {
  const answer = await app.inject({
    ...{ method, url, headers: { 'x-as': as } },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json<T>() };
}

const PATH = `/api/clients/${yunxiu}/requirements`;
type Sent = { draft: RequirementDraft; token: string };
type Refused = { code: string };

async function sentDraft(): Promise<Sent> {
  const { body: draft } = await call<RequirementDraft>('POST', PATH, { language: 'zh' });
  return (await call<Sent>('POST', `${PATH}/${draft.id}/send`, { days: 14 })).body;
}

test('a draft goes to the client by link, comes back with answers, and is told on the timeline', async () => {
  const { draft, token } = await sentDraft();
  const { body: seen } = await call<SentRequirements>(
    'GET',
    `/api/requirements/${token}`,
    undefined,
    'guest',
  );
  expect(seen).toMatchObject({ clientName: '云岫短剧', returned: false });
  const [first] = seen.items;
  const back = {
    ...{ name: '周敏', comment: '请下周联系' },
    answers: [{ itemId: first?.id, kind: 'answered', text: '数据不能出境' }],
    added: [{ section: 'wish', text: '支持马来语' }],
  };
  expect((await call('POST', `/api/requirements/${token}`, back, 'guest')).status).toBe(200);
  const { body: list } = await call<{ items: RequirementDraft[] }>('GET', PATH);
  expect(list.items.find(({ id }) => id === draft.id)).toMatchObject({
    status: 'returned',
    returned: { by: '周敏', comment: '请下周联系' },
    link: { views: 1 },
  });
  const events = await kit.database.pool.query(
    "select type from kit.events where topic = 'requirement_events' order by kit.events.seq",
  );
  expect(events.rows.map(({ type }) => type)).toEqual([
    ...['requirements.sent', 'requirements.opened', 'requirements.returned'],
  ]);
});

test('who returned them and what they wrote lies sealed, and rows from before are sealed when they are gone over', async () => {
  const draftsInPlain = async () => {
    const { rows } = await kit.database.pool.query<{ row: string }>(
      "select concat(returned_by, ' ', comment) as row from requirements.drafts where returned_by is not null",
    );
    return rows.filter(({ row }) => /周敏|下周|旧人/.test(row)).length;
  };
  expect(await draftsInPlain()).toBe(0);
  const { draft, token } = await sentDraft();
  await call(
    'POST',
    `/api/requirements/${token}`,
    { name: '周敏', comment: '', answers: [], added: [] },
    'guest',
  );
  await kit.database.pool.query(
    "update requirements.drafts set returned_by = '旧人', comment = '旧人的话' where id = $1",
    [draft.id],
  );
  expect(await draftsInPlain()).toBe(1);
  const returned = async () => {
    const { body } = await call<{ items: RequirementDraft[] }>('GET', PATH);
    return body.items.find(({ id }) => id === draft.id)?.returned;
  };
  expect(await returned()).toMatchObject({ by: '旧人', comment: '旧人的话' });
  const of = { database: kit.database, vault: kit.vault, tables: [sealedDrafts] };
  expect(await sweepOrganization(of, yunxiu)).toBeGreaterThan(0);
  expect(await draftsInPlain()).toBe(0);
  expect(await returned()).toMatchObject({ by: '旧人', comment: '旧人的话' });
  const { rows: trail } = await kit.database.pool.query(
    "select after from kit.audit_entries where action = 'requirements.return'",
  );
  expect(JSON.stringify(trail)).not.toContain('周敏');
});

test('requirements are returned once', async () => {
  const { token } = await sentDraft();
  const back = { name: '周敏', comment: '', answers: [], added: [] };
  await call('POST', `/api/requirements/${token}`, back, 'guest');
  const again = await call<Refused>('POST', `/api/requirements/${token}`, back, 'guest');
  expect([again.status, again.body.code]).toEqual([409, 'requirements.already_returned']);
});

test('a link that was taken back or has expired opens nothing, and a guess learns nothing', async () => {
  const open = async (token: string) =>
    (await call<Refused>('GET', `/api/requirements/${token}`, undefined, 'guest')).body.code;
  const { draft, token } = await sentDraft();
  await call('DELETE', `${PATH}/${draft.id}/link`);
  expect(await open(token)).toBe('requirements.link_not_valid');
  const other = await sentDraft();
  now = new Date('2026-12-21T09:00:00Z');
  expect(await open(other.token)).toBe('requirements.link_not_valid');
  expect(await open('x'.repeat(43))).toBe('requirements.link_not_valid');
});

test('a draft that is with the client cannot be changed until its link is taken back', async () => {
  const { draft } = await sentDraft();
  const items = draft.items.slice(0, 1).map(({ id, section }) => ({ id, section, text: '改写后的条目' }));
  const refused = await call<Refused>('PUT', `${PATH}/${draft.id}`, { items });
  expect(refused.body.code).toBe('requirements.already_sent');
  await call('DELETE', `${PATH}/${draft.id}/link`);
  const saved = await call<RequirementDraft>('PUT', `${PATH}/${draft.id}`, { items });
  expect(saved.body).toMatchObject({ status: 'draft', items: [{ text: '改写后的条目', origin: 'person' }] });
});

test('without an account only the link opens anything', async () => {
  expect((await call('GET', PATH, undefined, 'guest')).status).toBe(401);
});

test('rubbish in place of answers is refused and changes nothing', async () => {
  const { draft, token } = await sentDraft();
  const rubbish = [{}, { name: '', comment: '', answers: [], added: [] }, { name: 'x', answers: 'all' }];
  for (const payload of rubbish)
    expect((await call('POST', `/api/requirements/${token}`, payload, 'guest')).status).toBe(400);
  const { body } = await call<{ items: RequirementDraft[] }>('GET', PATH);
  expect(body.items.find(({ id }) => id === draft.id)?.status).toBe('sent');
});
