import type { PracticeSession } from '@tokenholic/contracts';
import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roleplayMigrations, roleplayService } from './service.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const lan = '01970000-0000-7000-8000-0000000000b1';
const other = '01970000-0000-7000-8000-0000000000b2';
const PATH = '/api/practice/sessions';
let kit: TestKit;
let app: HttpServer;
let userId = lan;

beforeAll(async () => {
  kit = await createTestKit([roleplayMigrations]);
  app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async () => ({
      user: {
        id: userId,
        name: { zh: '林岚', en: 'Lin Lan' },
        roles: ['sales_agent'],
        permissions: ['copilot.use'],
      },
      homeOrganizationId: vendor,
      organizationIds: [vendor],
    }),
  });
  await app.register(roleplayService(kit).routes ?? (() => {}));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function post(path: string, payload: object = {}) {
  const response = await app.inject({ method: 'POST', url: `${PATH}${path}`, payload });
  return { status: response.statusCode, body: response.json<PracticeSession>() };
}

test('a talk is held, ended with a score, closed to more lines, and begun again from a line', async () => {
  const { body: begun } = await post('', { scenario: 'discovery', level: 'easy', language: 'en' });
  const { body: told } = await post(`/${begun.id}/lines`, { text: 'How do you do it today?' });
  expect(told.turns.at(-1)?.text).toContain('keyword bot');
  await post(`/${begun.id}/lines`, { text: 'What is the goal?' });
  const { body: ended } = await post(`/${begun.id}/end`);
  expect(ended.score?.skills.find(({ skill }) => skill === 'discovery')?.quote).toBe(
    'How do you do it today?',
  );
  expect((await post(`/${begun.id}/lines`, { text: 'One more?' })).status).toBe(409);
  const { body: again } = await post(`/${begun.id}/retry`, { keepLines: 1 });
  expect([again.turns, again.branchedFrom]).toEqual([told.turns, begun.id]);
});

test('nobody opens the talk of a colleague', async () => {
  const { body } = await post('', { scenario: 'executive', level: 'hard', language: 'zh' });
  userId = other;
  expect((await post(`/${body.id}/lines`, { text: '你好' })).status).toBe(404);
  userId = lan;
});
