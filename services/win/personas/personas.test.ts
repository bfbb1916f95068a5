import {
  type EventPayload,
  type EventType,
  eventRegistry,
  type Persona,
  type PersonaCard,
  type PersonaTraitKey,
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
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MayProfile } from './ports.ts';
import { personasMigrations, personasService } from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const foreign = '01970000-0000-7000-8000-00000000c009';
const deal = '01970000-0000-7000-8000-0000000000f1';
const lin: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['deal.read', 'deal.write'],
  },
  homeOrganizationId: home,
  organizationIds: [home, yunxiu],
};
const headline = { zh: '邮件', en: 'E-mail' };
const now = new Date('2026-11-27T09:00:00Z');

/** Contacts who have not agreed to a persona. */
const unasked = new Set<string>();
const mayProfile: MayProfile = async (_tx, _clientId, ids) =>
  new Map(
    ids.map((id) => {
      const allowed = !unasked.has(id);
      return [id, { allowed, because: allowed ? 'given' : 'never_asked', since: null }];
    }),
  );

let kit: TestKit;
let app: HttpServer;
let service: Service;
let consumer: Consumer;

beforeAll(async () => {
  kit = await createTestKit([personasMigrations]);
  kit.now = () => now;
  service = personasService(createLlm({ connections: () => [] }), mayProfile)(kit);
  app = await createHttpServer({ kit, version: '0', authenticate: async () => lin });
  await app.register(service.routes);
  consumer = createConsumer('personas', service.consumes, kit);
  const client = { id: yunxiu, name: '云岫短剧', website: null, sample: true, createdAt: now.toISOString() };
  await publish('client.created', { client, research: null });
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

const publish = <N extends EventType>(type: N, payload: EventPayload<N>) =>
  kit.database.withTenant([yunxiu], (tx) => tx.publish(yunxiu, type, payload));

/** Events and jobs until nothing is left. */
async function settle(): Promise<void> {
  for (;;) {
    while (await consumer.step());
    const { rows } = await kit.database.pool.query<{ queue: string; data: Record<string, unknown> }>(
      'delete from kit.job_requests returning queue, data',
    );
    if (rows.length === 0) return;
    for (const { queue, data } of rows)
      await service.jobs[queue]?.(data, {
        ...{ organizationId: yunxiu, retries: 0, signal: new AbortController().signal },
      });
  }
}

async function addPerson(name: string, title = ''): Promise<string> {
  const contactId = uuidv7();
  await publish('contact.saved', { headline, contactId, name, title, email: '', phone: '', notes: '' });
  return contactId;
}

interface Saying extends Partial<EventPayload<'activity.logged'>> {
  daysAgo: number;
  hour?: number;
}
function say(contactId: string, name: string, { daysAgo, hour = 2, ...said }: Saying): Promise<void> {
  const occurredAt = new Date(Date.parse('2026-11-27T00:00:00Z') - daysAgo * 86_400_000 + hour * 3_600_000);
  return publish('activity.logged', {
    ...{ headline, activityId: uuidv7(), dealId: deal, kind: 'email', direction: 'in', subject: '方案' },
    ...{ text: '', people: [{ contactId, name }], occurredAt: occurredAt.toISOString() },
    ...said,
  });
}

async function call<T>(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) {
  const response = await app.inject({
    ...{ method, url: `/api/personas${url}` },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    body: isJson ? response.json<T>() : (null as T),
    raw: response.rawPayload,
  };
}
const read = async (contactId: string) => (await call<Persona>('GET', `/${contactId}`)).body;
const lineOf = (persona: Persona, key: PersonaTraitKey) => persona.lines.find((line) => line.key === key);
const valuesOf = (persona: Persona, key: PersonaTraitKey) =>
  lineOf(persona, key)?.traits.map(({ value }) => value);

/** Everything this service and the log of its events hold, as text. */
async function traces(): Promise<string> {
  const tables = ['subjects', 'interactions', 'versions', 'edits'];
  const kept = await Promise.all([
    ...tables.map((name) => kit.database.pool.query(`select t::text as row from personas.${name} t`)),
    kit.database.pool.query("select t::text as row from kit.events t where topic = 'persona_events'"),
    kit.database.pool.query('select t::text as row from kit.audit_entries t'),
    kit.database.pool.query('select t::text as row from kit.job_requests t'),
  ]);
  return JSON.stringify(kept.map(({ rows }) => rows));
}

const LETTER =
  '王经理，先说结论：这件事尽快定下来。接口的并发和延迟还要压测，给我测试报告里的数据。风险要可控，先试点。';

async function analyst(name = '高屹'): Promise<string> {
  const contactId = await addPerson(name, '视频算法负责人');
  for (let week = 0; week < 12; week += 1) {
    await say(contactId, name, {
      ...{ daysAgo: 3 + week * 7, direction: 'out', hour: 1 },
      text: '尊敬的高总：您好！烦请贵方查收案例，想象一下这个愿景，太棒了。此致敬礼',
    });
    await say(contactId, name, { daysAgo: 3 + week * 7, hour: 3, text: LETTER });
  }
  await settle();
  return contactId;
}

test('a persona is worked out from what the person wrote and did, each trait with its quotes, and from nothing of ours', async () => {
  const contactId = await analyst();
  const persona = await read(contactId);
  expect(persona).toMatchObject({
    name: '高屹',
    clientName: '云岫短剧',
    allowed: true,
    working: false,
    version: 1,
  });
  expect(valuesOf(persona, 'decision_style')).toEqual(['driving']);
  expect(valuesOf(persona, 'proof')).toEqual(['data']);
  expect(valuesOf(persona, 'risk')).toEqual(['cautious']);
  expect(valuesOf(persona, 'formality')).toEqual(['neutral']);
  expect(valuesOf(persona, 'buying_role')).toEqual(['technical_evaluator']);
  expect(valuesOf(persona, 'answer_time')).toEqual(['within_hours']);
  expect(lineOf(persona, 'answers_within_day')?.traits[0]?.estimate).toMatchObject({
    value: 13 / 14,
    unit: 'share',
  });
  expect(JSON.stringify(persona)).not.toMatch(/愿景|此致|贵方/);
  const quotes = persona.lines.flatMap(({ traits }) =>
    traits.flatMap(({ evidence }) => evidence.flatMap(({ quote }) => (quote === null ? [] : [quote]))),
  );
  expect(quotes.length).toBeGreaterThan(10);
  for (const quote of quotes) expect(LETTER).toContain(quote);
  expect(persona.engine).toMatchObject({ via: 'rules' });
  expect(persona.advice.map(({ occasion }) => occasion)).toEqual(
    expect.arrayContaining(['email', 'call', 'meeting']),
  );
  expect(persona.charts?.hours.flat().reduce((sum, count) => sum + count, 0)).toBe(12);
});

test('too little is said to be too little, and the list shows it', async () => {
  const contactId = await addPerson('方思敏', '');
  await say(contactId, '方思敏', { daysAgo: 2, text: '报价单收到了。' });
  await settle();
  const persona = await read(contactId);
  expect(persona.lines.every(({ traits, missing }) => traits.length === 0 && missing !== null)).toBe(true);
  expect(persona.advice).toEqual([]);
  const { body } = await call<{ items: PersonaCard[] }>('GET', `?search=${encodeURIComponent('方思敏')}`);
  expect(body.items).toMatchObject([{ contactId, activities: 1, known: 0, summary: [] }]);
});

test('what a person of ours says stands over what was worked out, and over every later version', async () => {
  const contactId = await analyst('许岚');
  const edit = { key: 'decision_style', value: 'analytical', action: 'set' };
  await call('PUT', `/${contactId}/edits`, edit);
  await call('PUT', `/${contactId}/edits`, { key: 'risk', value: 'cautious', action: 'dismiss' });
  for (const daysAgo of [1, 1, 1, 1, 1, 1])
    await say(contactId, '许岚', {
      daysAgo,
      kind: 'call',
      text: '许岚：“迁移的工作量我去推动，我会跟老板汇报。”',
    });
  await settle();
  const persona = await read(contactId);
  expect(persona.version).toBeGreaterThan(1);
  expect(lineOf(persona, 'decision_style')).toMatchObject({
    edits: [{ value: 'analytical', action: 'set', by: { zh: '林佩' } }],
    traits: [{ value: 'driving' }],
  });
  expect(persona.advice.flatMap(({ because }) => because.map(({ label }) => label.zh))).not.toContain('谨慎');
  const events = await kit.database.pool.query<{ payload: unknown; personal: string }>(
    `select payload, personal from kit.events where type = 'persona.updated' and payload->>'contactId' = '${contactId}' order by seq desc limit 1`,
  );
  const payload = await kit.database.withTenant([yunxiu], (tx) =>
    tx.openEvent(yunxiu, events.rows[0] ?? { payload: null }),
  );
  const { traits } = eventRegistry.persona_events['persona.updated'][1].parse(payload);
  expect(traits.find(({ key }) => key === 'decision_style')).toMatchObject({
    value: 'analytical',
    edited: true,
  });
  expect(traits.find(({ key }) => key === 'risk')).toBeUndefined();
  const first = (await call<Persona>('GET', `/${contactId}?version=1`)).body;
  expect([first.version, first.activities]).toEqual([1, 24]);
  expect((await call('GET', `/${contactId}?version=99`)).status).toBe(404);
  await call('PUT', `/${contactId}/edits`, { ...edit, action: null });
  expect(lineOf(await read(contactId), 'decision_style')?.edits).toEqual([]);
});

test('a value that is none, and words about what is nobody’s business, are refused', async () => {
  const contactId = await analyst('陆川');
  const put = (body: object) => call<{ code: string }>('PUT', `/${contactId}/edits`, body);
  expect((await put({ key: 'risk', value: 'reckless', action: 'set' })).body.code).toBe(
    'personas.value_unknown',
  );
  const words = { key: 'best_time', value: '化疗之后的周三', action: 'set' };
  expect((await put(words)).body.code).toBe('personas.protected');
  expect((await put({ ...words, value: '周三上午' })).status).toBe(200);
});

test('protected matters are never kept, inferred or quoted, whoever writes of them', async () => {
  const contactId = await addPerson('沈若松');
  const canaries = [
    '我在做化疗，周三要去医院。先试点，风险要可控。',
    '斋月期间我不接电话，我们是穆斯林。请给我数据。',
    '我是党员，周五有党派活动。先说结论。',
    'I was diagnosed with diabetes last month. Please send the benchmark data.',
    'As a Catholic I am at church on Sundays. What is the latency?',
    'My wife is pregnant, so no travel. Let us pilot first.',
    '我离婚后带孩子，傍晚不方便。给我测试报告。',
    'I voted for the Democrats. The budget is my decision.',
  ];
  for (const [index, text] of canaries.entries())
    await say(contactId, '沈若松', { daysAgo: index * 3 + 1, text });
  await settle();
  const everything = await traces();
  expect(everything).not.toMatch(
    /化疗|斋月|穆斯林|党员|diabetes|Catholic|church|pregnant|离婚|孩子|Democrats/,
  );
  const persona = await read(contactId);
  expect(persona.withWords).toBe(8);
  expect(JSON.stringify(persona.lines)).toContain('数据');
});

test('pages a person opened count as interest, not as a way of writing', async () => {
  const contactId = await addPerson('秦薇');
  await settle();
  const visits = Array.from({ length: 8 }, (_, index) => ({
    ...{ id: uuidv7(), title: '数据合规与加密白皮书', seconds: 40 },
    at: new Date(now.getTime() - index * 86_400_000).toISOString(),
  }));
  expect((await call('POST', `/${contactId}/web-visits`, { visits })).status).toBe(204);
  expect((await call('POST', `/${contactId}/web-visits`, { visits })).status).toBe(204);
  await settle();
  const persona = await read(contactId);
  expect(persona.activities).toBe(8);
  expect(valuesOf(persona, 'priority')).toContain('security');
  expect(valuesOf(persona, 'language')).toEqual([]);
});

test('a persona is taken along as PNG and as PDF', async () => {
  const contactId = await analyst('何建平');
  const png = await call('GET', `/${contactId}/export/png?language=en`);
  expect(png.raw.subarray(1, 4).toString()).toBe('PNG');
  const pdf = await call('GET', `/${contactId}/export/pdf`);
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
});

test('switched off, everything made of the person is gone and nothing new is kept; switched on, it is read again', async () => {
  const contactId = await analyst('陶颖');
  await call('PUT', `/${contactId}/edits`, { key: 'best_time', value: '暗号八八二一', action: 'set' });
  const off = await call<Persona>('PUT', `/${contactId}/settings`, { allowed: false });
  expect(off.body).toMatchObject({ allowed: false, version: null, lines: [], charts: null });
  await say(contactId, '陶颖', { daysAgo: 0, text: LETTER });
  await settle();
  const { rows } = await kit.database.pool.query(
    `select (select count(*)::int from personas.interactions where contact_id = '${contactId}')
          + (select count(*)::int from personas.versions where contact_id = '${contactId}')
          + (select count(*)::int from personas.edits where contact_id = '${contactId}')
          + (select count(*)::int from kit.events where type = 'persona.updated' and payload->>'contactId' = '${contactId}') as kept`,
  );
  expect(rows).toEqual([{ kept: 0 }]);
  expect(await traces()).not.toContain('暗号八八二一');
  expect((await call('GET', `/${contactId}/export/png`)).status).toBe(409);
  await call('PUT', `/${contactId}/settings`, { allowed: true });
  await settle();
  expect(valuesOf(await read(contactId), 'decision_style')).toEqual(['driving']);
  expect((await read(contactId)).activities).toBe(25);
});

test('with the contact the persona is deleted, and the log stays whole for everything else', async () => {
  const contactId = await analyst('许远山');
  await call('PUT', `/${contactId}/edits`, { key: 'active_hours', value: '暗号七七三一', action: 'set' });
  expect(await traces()).toContain(contactId);
  // Sealed at rest from the first moment.
  expect(await traces()).not.toMatch(/许远山/);
  const count = () =>
    kit.database.pool.query("select count(*)::int as events from kit.events where topic = 'deal_events'");
  await publish('contact.removed', { headline, contactId });
  const before = await count();
  await settle();
  expect((await count()).rows).toEqual(before.rows);
  expect(await traces()).not.toMatch(/许远山|暗号七七三一/);
  expect((await traces()).split(contactId).length - 1).toBeLessThanOrEqual(2);
  expect((await call('GET', `/${contactId}`)).status).toBe(404);
  await kit.database.withTenant([yunxiu], async ({ db }) => {
    await db.execute("delete from kit.events where topic = 'deal_events'");
  });
  expect((await count()).rows).toEqual(before.rows);
});

test('without consent nothing is worked out or kept, and nothing can be added by hand', async () => {
  const contactId = await addPerson('沈默', '采购总监');
  unasked.add(contactId);
  await say(contactId, '沈默', { daysAgo: 3, text: `${LETTER}无同意暗语五五一` });
  await settle();
  expect(await read(contactId)).toMatchObject({
    ...{ allowed: true, version: null, working: false, lines: [] },
    consent: { allowed: false, because: 'never_asked' },
  });
  const { rows } = await kit.database.pool.query(
    'select 1 from personas.interactions where contact_id = $1',
    [contactId],
  );
  expect(rows).toEqual([]);
  const visits = { visits: [{ id: uuidv7(), at: '2026-11-20T02:00:00.000Z', title: '价格', seconds: 30 }] };
  const refused = [
    await call<{ code: string }>('POST', `/${contactId}/web-visits`, visits),
    await call<{ code: string }>('PUT', `/${contactId}/edits`, {
      key: 'channel',
      value: 'email',
      action: 'set',
    }),
    await call<{ code: string }>('GET', `/${contactId}/export/png`),
  ];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
    refused.map(() => [409, 'personas.consent_needed']),
  );
  await call('PUT', `/${contactId}/settings`, { allowed: false });
  expect((await call('PUT', `/${contactId}/settings`, { allowed: true })).status).toBe(409);
});

test('consent makes the persona from what the log holds; taken back, it is deleted everywhere, and given again it is there again', async () => {
  const contactId = await addPerson('程诺', '视频算法负责人');
  unasked.add(contactId);
  for (let day = 1; day < 20; day += 1) await say(contactId, '程诺', { daysAgo: day, text: LETTER });
  await settle();
  expect((await read(contactId)).version).toBeNull();
  const decide = async (decision: 'given' | 'withdrawn', purpose: 'profiling' | 'recording') => {
    await publish(`consent.${decision}`, { headline, purpose, contactIds: [contactId] });
    await settle();
  };
  unasked.delete(contactId);
  await decide('given', 'profiling');
  const made = await read(contactId);
  expect([made.version, made.activities]).toEqual([1, 19]);
  await decide('withdrawn', 'recording');
  expect((await read(contactId)).version).toBe(1);
  unasked.add(contactId);
  // Before the event has come the page shows nothing any longer.
  expect((await read(contactId)).lines).toEqual([]);
  await decide('withdrawn', 'profiling');
  const kept = await kit.database.pool.query(
    `select 1 from personas.versions where contact_id = $1
     union all select 1 from personas.interactions where contact_id = $1
     union all select 1 from kit.events where type = 'persona.updated' and payload->>'contactId' = $1::text`,
    [contactId],
  );
  expect(kept.rows).toEqual([]);
  unasked.delete(contactId);
  await publish('consent.policy_changed', { headline, purpose: 'profiling', basis: 'legitimate_interest' });
  await settle();
  expect((await read(contactId)).activities).toBe(19);
});

test('two records of one person that become one have one history; taken apart, each has its own again', async () => {
  const contactId = await analyst('秦川');
  const goneId = await analyst('秦川（旧）');
  await publish('contact.merged', { headline, contactId, goneId });
  await settle();
  expect((await read(contactId)).activities).toBe(48);
  expect((await call('GET', `/${goneId}`)).status).toBe(404);
  await publish('contact.merge_undone', { headline, contactId, goneId });
  await settle();
  expect([(await read(contactId)).activities, (await read(goneId)).activities]).toEqual([24, 24]);
  await call('PUT', `/${goneId}/settings`, { allowed: false });
  await publish('contact.merged', { headline, contactId, goneId });
  await settle();
  expect(await read(contactId)).toMatchObject({ allowed: false, version: null });
});

test('a contact of a client one is not assigned to is not found', async () => {
  const contactId = uuidv7();
  await kit.database.withTenant([foreign], (tx) =>
    tx.publish(foreign, 'contact.saved', {
      ...{ headline, contactId, name: 'Canary', title: '', email: '', phone: '', notes: '' },
    }),
  );
  await settle();
  expect((await call('GET', `/${contactId}`)).status).toBe(404);
  expect((await call('PUT', `/${contactId}/settings`, { allowed: false })).status).toBe(404);
  const { body } = await call<{ items: PersonaCard[] }>('GET', '');
  expect(JSON.stringify(body)).not.toContain('Canary');
});
