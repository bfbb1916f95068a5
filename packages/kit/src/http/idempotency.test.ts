import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestKit, type TestKit } from '../testing/index.ts';
import type { Principal } from './principal.ts';
import { createHttpServer, type HttpServer } from './server.ts';

const yunxiu = '01970000-0000-7000-8000-00000000d001';
const anna = '01970000-0000-7000-8000-00000000d00a';
const ben = '01970000-0000-7000-8000-00000000d00b';
let kit: TestKit;
let app: HttpServer;
let runs = 0;
let crashesAfterCommit = false;

const principal = (id: string): Principal => ({
  user: {
    id,
    name: { zh: '安娜', en: 'Anna' },
    roles: ['sales_agent'],
    permissions: ['research.run'],
  },
  homeOrganizationId: yunxiu,
  organizationIds: [yunxiu],
});

beforeAll(async () => {
  kit = await createTestKit();
  app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async ({ headers }) => principal(String(headers['x-user'] ?? anna)),
  });
  await app.register((routes, _options, done) => {
    routes.post(
      '/api/clients/:clientId/runs',
      {
        config: { permission: 'research.run' },
        schema: { body: z.object({ notes: z.string() }), response: { 202: z.object({ run: z.number() }) } },
      },
      async (_request, reply) => {
        await kit.database.withTenant([yunxiu], (tx) =>
          tx.publish(yunxiu, 'research.ended', { runId: yunxiu, status: 'cancelled', code: null }),
        );
        runs += 1;
        if (crashesAfterCommit) throw new Error('the process died here');
        return reply.status(202).send({ run: runs });
      },
    );
    done();
  });
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

const start = (key: string, notes = 'uses Qwen', user = anna) =>
  app.inject({
    method: 'POST',
    url: `/api/clients/${yunxiu}/runs`,
    headers: { 'idempotency-key': key, 'x-user': user },
    payload: { notes },
  });

test('a request sent twice with its key runs once and gets the same answer', async () => {
  const first = await start('key-of-the-first-run');
  const second = await start('key-of-the-first-run');
  expect([first.statusCode, second.statusCode]).toEqual([202, 202]);
  expect(second.json()).toEqual(first.json());
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(runs).toBe(1);
});

test('the same key with another body is a mistake and says so', async () => {
  const answer = await start('key-of-the-first-run', 'uses another model');
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'kit.idempotency_key_reused' });
});

test('a key of one person tells another nothing', async () => {
  const answer = await start('key-of-the-first-run', 'uses Qwen', ben);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
  expect(answer.json()).toEqual({ run: runs });
});

test('a request that was cut off after its commit does not run again', async () => {
  crashesAfterCommit = true;
  expect((await start('key-of-the-cut-off-run')).statusCode).toBe(500);
  crashesAfterCommit = false;
  const before = runs;
  const again = await start('key-of-the-cut-off-run');
  expect(again.json()).toMatchObject({ code: 'kit.request_already_taken' });
  expect(runs).toBe(before);
});

test('two requests with one key at the same moment run once', async () => {
  const before = runs;
  const answers = await Promise.all([start('key-of-two-at-once'), start('key-of-two-at-once')]);
  // The later one is told the first answer, or, when that is not out yet, that the request was taken.
  for (const { statusCode } of answers) expect([202, 409]).toContain(statusCode);
  expect(answers.map(({ statusCode }) => statusCode)).toContain(202);
  expect(runs).toBe(before + 1);
});

test('a malformed key is refused before anything runs', async () => {
  const before = runs;
  expect((await start('short')).json()).toMatchObject({ code: 'kit.idempotency_key_invalid' });
  expect(runs).toBe(before);
});
