import type {
  KnowledgeAnswer,
  PracticeHint,
  PracticeProgress,
  PracticeSession,
  TeamBoard,
} from '@tokenholic/contracts';
import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingOf } from './domain/present.ts';
import { replay } from './domain/talk/replay.ts';
import { onObjectionRaised } from './reactions/on-objection-raised.ts';
import { sealedClientObjections } from './sealed.ts';
import { roleplayMigrations, roleplayService } from './service.ts';
import { clientObjections, sessions } from './tables.ts';
import { goodSeller } from './testing/sellers.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const client = '01970000-0000-7000-8000-00000000000c';
const [lan, other, boss] = ['b1', 'b2', 'b3'].map((end) => `01970000-0000-7000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];
const PATH = '/api/practice/sessions';
let kit: TestKit;
let app: HttpServer;
let userId = lan;
let asked: string[] = [];

const known = (question: string, text: string): KnowledgeAnswer => ({
  ...{ question, known: true, readAs: [], by: 'words', meaningLeftOut: null, milliseconds: 1 },
  hits: [
    {
      passageId: 'p',
      collectionId: vendor,
      documentId: vendor,
      title: 'Price list',
      origin: 'https://example.com/prices',
      asOf: null,
      readOnly: true,
      heading: [],
      page: null,
      text,
      marks: [],
      score: 1,
      found: { words: 1, meaning: null, reranked: false },
      covered: 1,
      speaks: true,
    },
  ],
});

beforeAll(async () => {
  kit = await createTestKit([roleplayMigrations]);
  const service = roleplayService({
    llm: createLlm({ connections: () => [] }),
    sources: {
      ask: async (_, question) => {
        asked.push(question);
        return known(question, 'The list price is 0.8 yuan per million tokens.');
      },
      map: async () => null,
      team: async () => [
        { id: lan, name: { zh: '林岚', en: 'Lin Lan' } },
        { id: other, name: { zh: '周衡', en: 'Zhou Heng' } },
      ],
    },
  })(kit);
  app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async () => ({
      user: {
        id: userId,
        name: userId === boss ? { zh: '主管', en: 'The boss' } : { zh: '林岚', en: 'Lin Lan' },
        roles: [userId === boss ? 'sales_manager' : 'sales_agent'],
        permissions: userId === boss ? ['copilot.use', 'client.assign'] : ['copilot.use'],
      },
      homeOrganizationId: vendor,
      organizationIds: [vendor],
    }),
  });
  await app.register(service.routes);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
async function call<T = PracticeSession>(method: Method, url: string, payload?: object) {
  const response = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: response.statusCode, body: response.json<T>() };
}
const post = (path: string, payload: object = {}) => call('POST', `${PATH}${path}`, payload);
const begin = (more: object = {}) =>
  post('', { scenario: 'discovery', level: 'easy', language: 'en', ...more });

/** Lets the good seller hold a talk through the API. */
async function holdWell(more: object = {}): Promise<PracticeSession> {
  let { body: session } = await begin(more);
  for (let turn = 0; session.finishedAt === null && turn < 20; turn += 1) {
    const [row] = await kit.database.withTenant([vendor], ({ db }) =>
      db
        .select()
        .from(sessions)
        .then((rows) => rows.filter(({ id }) => id === session.id)),
    );
    if (row === undefined) throw new Error('The talk is not there');
    ({ body: session } = await post(`/${session.id}/lines`, {
      text: goodSeller(replay(settingOf(row), row.lines)),
    }));
  }
  return session;
}

test('a talk is held, ended with a score, closed to more lines, and begun again from a line beside the first attempt', async () => {
  const { body: begun } = await begin();
  expect(JSON.stringify(begun)).not.toContain('460,000');
  const { body: told } = await post(`/${begun.id}/lines`, {
    text: 'Which part of the work is the hardest for your people?',
  });
  expect(told.turns.at(-1)?.text).toContain('Sales days hurt most');
  expect(told.turns.at(-1)?.engine).toMatchObject({ via: 'rules' });
  await post(`/${begun.id}/lines`, { text: 'What is the goal you want to reach this year?' });
  const { body: hint } = await call<PracticeHint>('POST', `${PATH}/${begun.id}/hint`);
  expect(hint.example.en).not.toBe('');
  const { body: ended } = await post(`/${begun.id}/end`);
  expect(ended.score).toMatchObject({ hints: 1, engine: { via: 'rules' } });
  expect(ended.score?.criteria.find(({ criterion }) => criterion === 'breadth')?.evidence[0]).toMatchObject({
    turn: 1,
    quote: 'Which part of the work is the hardest for your people?',
  });
  expect(ended.topics.every(({ text }) => text !== null)).toBe(true);
  expect((await post(`/${begun.id}/lines`, { text: 'One more?' })).status).toBe(409);
  const { body: again } = await post(`/${begun.id}/retry`, { keepLines: 1 });
  expect(again.turns).toEqual(told.turns);
  expect(again).toMatchObject({ branchedFrom: begun.id, branchedAt: 1, finishedAt: null });
  expect(again.attempts.map(({ id }) => id)).toEqual([begun.id, again.id]);
});

test('claims are checked against the knowledge base and the customer’s own figures, with the passage kept', async () => {
  const { body: begun } = await begin({ scenario: 'executive' });
  asked = [];
  const { body } = await post(`/${begun.id}/lines`, {
    text: 'Our list price is 0.8 yuan per million tokens. We are 90% cheaper than all others.',
  });
  const claims = body.turns.find(({ speaker }) => speaker === 'seller')?.claims;
  expect(claims?.map(({ basis }) => basis)).toEqual(['knowledge', 'none']);
  expect(claims?.[0]?.source).toMatchObject({ title: 'Price list', url: 'https://example.com/prices' });
  expect(body.coach.unsupportedClaims).toEqual(['We are 90% cheaper than all others.']);
  expect(asked).toHaveLength(2);
});

test('nobody opens the talk of a colleague, and a manager only one that was handed in', async () => {
  const { body } = await begin({ scenario: 'executive', level: 'hard', language: 'zh' });
  userId = other;
  expect((await post(`/${body.id}/lines`, { text: '你好' })).status).toBe(404);
  userId = boss;
  expect((await call('GET', `${PATH}/${body.id}`)).status).toBe(404);
  userId = lan;
  expect((await post(`/${body.id}/hand-in`)).status).toBe(409);
  await post(`/${body.id}/end`);
  await post(`/${body.id}/hand-in`);
  userId = boss;
  expect((await call('GET', `${PATH}/${body.id}`)).body).toMatchObject({
    mine: false,
    seller: { en: 'Lin Lan' },
    attempts: [],
  });
  userId = lan;
});

test('a manager’s correction counts, survives scoring again and can be taken back', async () => {
  const done = await holdWell();
  await post(`/${done.id}/hand-in`);
  expect(
    (await call('PUT', `${PATH}/${done.id}/override`, { total: 91, reason: 'Warm and clear.' })).status,
  ).toBe(403);
  userId = boss;
  const { body: corrected } = await call('PUT', `${PATH}/${done.id}/override`, {
    total: 91,
    reason: 'Warm and clear.',
  });
  expect(corrected.override).toMatchObject({ total: 91, by: { en: 'The boss' } });
  userId = lan;
  const { body: again } = await post(`/${done.id}/score`);
  expect(again.score?.total).toBe(done.score?.total);
  expect(again.override?.total).toBe(91);
  const { body: progress } = await call<PracticeProgress>('GET', '/api/practice/progress');
  expect(progress.talks.find(({ id }) => id === done.id)?.total).toBe(91);
  userId = boss;
  expect(
    (await call('PUT', `${PATH}/${done.id}/override`, { total: null, reason: 'A slip of mine.' })).body
      .override,
  ).toBeNull();
  userId = lan;
});

test('an assignment is done by a talk that reaches its points, is handed in with it, and shows on the team board', async () => {
  userId = boss;
  const assignment = {
    userId: lan,
    scenario: 'technical',
    level: 'easy',
    persona: { kind: 'library', id: 'banking' },
    least: 60,
    dueOn: '2020-01-01',
    note: 'Before Thursday’s visit.',
  };
  expect((await call('POST', '/api/practice/assignments', { ...assignment, userId: vendor })).status).toBe(
    404,
  );
  const { body: board } = await call<TeamBoard>('POST', '/api/practice/assignments', assignment);
  const [given] = board.assignments;
  expect(given).toMatchObject({ customer: { en: 'Jiangchuan Bank' }, overdue: true, doneAt: null });
  userId = lan;
  const done = await holdWell({
    scenario: 'technical',
    persona: assignment.persona,
    assignmentId: given?.id,
  });
  expect(done.handedInAt).not.toBeNull();
  userId = boss;
  const { body: after } = await call<TeamBoard>('GET', '/api/practice/team');
  expect(after.assignments[0]).toMatchObject({
    sessionId: done.id,
    total: done.score?.total,
    overdue: false,
  });
  expect(after.members.find((member) => member.userId === lan)).toMatchObject({ open: 0 });
  expect(after.talks.map(({ id }) => id)).toContain(done.id);
  userId = lan;
});

test('a certificate is earned by all four scenarios of a level, once', async () => {
  userId = boss;
  await call('PUT', '/api/practice/thresholds', { easy: 60, medium: 70, hard: 75 });
  userId = lan;
  for (const scenario of ['discovery', 'technical', 'objections', 'executive']) {
    const done = await holdWell({ scenario });
    await post(`/${done.id}/hand-in`);
  }
  const { body } = await call<PracticeProgress>('GET', '/api/practice/progress');
  expect(body.certificates).toMatchObject([{ level: 'easy', person: { en: 'Lin Lan' } }]);
  const { rows } = await kit.database.withSystem(({ client: connection }) =>
    connection.query("select 1 from kit.events where type = 'practice.certified'"),
  );
  expect(rows).toHaveLength(1);
});

test('what a client objected is kept for the customer made after it, and a client of others is not found', async () => {
  await kit.database.withTenant([client], async (tx) => {
    await onObjectionRaised(tx, {
      ...{
        id: client,
        position: '1',
        topic: 'objection_events',
        type: 'objection.raised',
        version: 1,
        organizationId: client,
      },
      ...{ occurredAt: new Date().toISOString(), actor: lan, traceId: 't' },
      payload: { objectionId: client, category: 'price', text: 'Too expensive.' },
    });
  });
  const rows = await kit.database.withTenant([client], async (tx) =>
    tx.open(sealedClientObjections, await tx.db.select().from(clientObjections)),
  );
  expect(rows).toMatchObject([{ text: 'Too expensive.', organizationId: client }]);
  expect((await begin({ persona: { kind: 'client', clientId: client } })).status).toBe(404);
  expect((await call('GET', `/api/clients/${client}/practice-persona`)).status).toBe(404);
});
