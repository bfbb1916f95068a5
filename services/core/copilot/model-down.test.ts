import { createServer, type Server } from 'node:http';
import type { ClientSummary, DaySummary, Draft, TimelineEntry, WorkTask } from '@tokenholic/contracts';
import { type Consumer, createConsumer, createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm, type ModelConnection } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copilotMigrations, copilotService, createAppearance } from './service.ts';

// The workspace while every model that is connected fails, each in its own way.

const vendor = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const url = `/api/clients/${yunxiu}/copilot`;
let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;
let broken: Server;
let asked = 0;
let connections: ModelConnection[] = [];

const model = (id: string, baseUrl: string): ModelConnection => ({
  ...{ id, model: 'qwen-plus', kind: 'openai_compatible', apiKey: 'sk-secret', baseUrl },
  priceCnyPerMillion: null,
});

beforeAll(async () => {
  broken = createServer((request, response) => {
    asked += 1;
    request.resume();
    if (request.url?.startsWith('/garbage')) response.writeHead(200).end('<html>maintenance</html>');
    else response.writeHead(401).end('{"error":{"message":"key revoked"}}');
  });
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
  const bound = broken.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  connections = [
    model('refused', `${address}/refused/v1`),
    model('garbage', `${address}/garbage/v1`),
    model('nobody', 'http://127.0.0.1:1/v1'),
  ];
  kit = await createTestKit([copilotMigrations]);
  const noMail = {
    ...{ readersOf: async () => [], postMail: null },
    ...{ address: 'http://localhost', samplesArriving: () => [], allowedPrivateHosts: [] },
  };
  const llm = createLlm({ connections: () => connections });
  const service = copilotService(llm, noMail, createAppearance(kit))(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async () => ({
      user: {
        ...{ id: '01970000-0000-7000-8000-0000000000d1', name: { zh: '林佩', en: 'Lin Pei' } },
        ...{ roles: ['sales_manager'], permissions: ['client.read', 'copilot.use'] },
      },
      homeOrganizationId: vendor,
      organizationIds: [vendor, yunxiu],
    }),
  });
  await app.register(service.routes);
  consumer = createConsumer('copilot', service.consumes, kit);
  const client = { name: '云岫短剧', website: null, sample: true, createdAt: '2026-11-20T01:00:00.000Z' };
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'client.created', { client: { id: yunxiu, ...client }, research: null }),
  );
  while (await consumer.step());
});
afterAll(async () => {
  await app.close();
  await kit.close();
  broken.close();
});

async function call<T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<T> {
  const response = await app.inject({ method, url: path, ...(payload === undefined ? {} : { payload }) });
  expect([path, response.statusCode < 300]).toEqual([path, true]);
  return response.json<T>();
}

test('clients, timeline and tasks are there and tasks can be decided', async () => {
  const { items } = await call<{ items: ClientSummary[] }>('GET', '/api/copilot/clients');
  expect(items.map(({ name }) => name)).toEqual(['云岫短剧']);
  expect((await call<{ items: TimelineEntry[] }>('GET', `${url}/timeline`)).items).toHaveLength(1);
  const [task] = (await call<{ items: WorkTask[] }>('GET', '/api/copilot/tasks')).items;
  const decided = await call<WorkTask>('POST', `${url}/tasks/${task?.id}/decision`, { decision: 'accept' });
  expect(decided.status).toBe('accepted');
  expect(asked).toBe(0);
});

test('the summary is told by rules, and says that the models were asked in vain', async () => {
  const { engine } = await call<DaySummary>('POST', '/api/copilot/summary?language=zh');
  expect(engine).toMatchObject({
    via: 'rules',
    reason: expect.stringMatching(/models_unavailable|output_invalid/),
  });
  expect(asked).toBeGreaterThan(0);
});

test('a draft is written by rules with what the person wants to say, and the key is nowhere in the answer', async () => {
  const before = asked;
  const request = { kind: 'email', tone: 'brief', language: 'zh', intent: '约下周做一次演示' };
  const draft = await call<Draft>('POST', `${url}/drafts`, request);
  expect([draft.engine.via, draft.engine.reason]).toEqual(['rules', expect.any(String)]);
  expect(draft.body).toContain('约下周做一次演示');
  expect(asked).toBeGreaterThan(before);
  expect(JSON.stringify(draft)).not.toContain('sk-secret');
});
