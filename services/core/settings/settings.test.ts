import { LLMock } from '@copilotkit/aimock';
import type { ConnectionSettings, ConnectionTrial, Permission } from '@tokenholic/contracts';
import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Connections, createConnections, settingsMigrations, settingsService } from './service.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const qwen = '01990000-0000-7000-8000-0000000000e1';
const claude = '01990000-0000-7000-8000-0000000000e2';
const PATH = '/api/settings/connections';
const qwenPlus = {
  kind: 'openai_compatible',
  model: 'qwen-plus',
  baseUrl: 'http://127.0.0.1:1/v1',
  price: { input: 0.8, output: 2 },
  apiKey: 'sk-secret-of-qwen',
};

let kit: TestKit;
let app: HttpServer;
let connections: Connections;
let mock: LLMock;
let permissions: Permission[];

beforeAll(async () => {
  mock = new LLMock({ port: 0 });
  await mock.start();
  qwenPlus.baseUrl = `${mock.url}/v1`;
  kit = await createTestKit([settingsMigrations]);
  connections = createConnections(kit, {
    ANTHROPIC_API_KEY: 'sk-of-the-environment',
    ANTHROPIC_MODEL: 'claude-sonnet-5',
  });
  app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async () => ({
      user: { id: vendor, name: { zh: '林岚', en: 'Lin Lan' }, roles: ['sales_manager'], permissions },
      homeOrganizationId: vendor,
      organizationIds: [vendor],
    }),
  });
  const service = settingsService(connections, [new URL(mock.url).host])(kit);
  await app.register(service.routes ?? (() => {}));
  await app.ready();
});
beforeEach(() => {
  permissions = ['settings.manage'];
});
afterAll(async () => {
  await app.close();
  await mock.stop();
  await kit.close();
});

async function call<T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object) {
  const response = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: response.statusCode, text: response.body, body: response.json<T>() };
}

test('a model that was connected is asked before those of the environment, and its key never comes back', async () => {
  const saved = await call<ConnectionSettings>('PUT', `${PATH}/models/${qwen}`, qwenPlus);
  expect(saved.body.models.map(({ model, from }) => [model, from])).toEqual([
    ['qwen-plus', 'settings'],
    ['claude-sonnet-5', 'environment'],
  ]);
  expect(saved.text).not.toContain('sk-');
  expect((await connections.models()).map(({ apiKey }) => apiKey)).toEqual([
    'sk-secret-of-qwen',
    'sk-of-the-environment',
  ]);
});

test('a change without a key keeps the key that is there', async () => {
  await call('PUT', `${PATH}/models/${qwen}`, { ...qwenPlus, model: 'qwen-max', apiKey: null });
  expect((await connections.models())[0]).toMatchObject({ model: 'qwen-max', apiKey: 'sk-secret-of-qwen' });
});

test('a new connection without a key is refused with what to do', async () => {
  const { status, body } = await call<{ code: string }>('PUT', `${PATH}/models/${claude}`, {
    ...qwenPlus,
    apiKey: null,
  });
  expect([status, body.code]).toEqual([400, 'settings.key_missing']);
});

test('the order in which models are asked can be changed, but only of models that exist', async () => {
  await call('PUT', `${PATH}/models/${claude}`, { ...qwenPlus, model: 'glm-5' });
  const ordered = await call<ConnectionSettings>('PUT', `${PATH}/models-order`, { ids: [claude, qwen] });
  expect(ordered.body.models.map(({ model }) => model)).toEqual(['glm-5', 'qwen-max', 'claude-sonnet-5']);
  const unknown = await call('PUT', `${PATH}/models-order`, {
    ids: ['01990000-0000-7000-8000-0000000000ff'],
  });
  expect(unknown.status).toBe(404);
});

test('trying a connection says that it works, or what to do about it', async () => {
  mock.onMessage(/.*/s, { content: 'OK' });
  expect((await call<ConnectionTrial>('POST', `${PATH}/models/${qwen}/try`)).body.answered).toBe(true);
  mock.reset();
  const refused = await call<ConnectionTrial>('POST', `${PATH}/models/anthropic/try`);
  expect(refused.body.answered).toBe(false);
  expect(refused.body.message.zh).not.toBe('');
  expect((await call('POST', `${PATH}/models/nobody/try`)).status).toBe(404);
}, 30_000);

test.each([
  ['a private address', { baseUrl: 'http://169.254.169.254/latest' }],
  ['an address that is none', { baseUrl: 'not an address' }],
  ['an OpenAI-compatible model without an address', { baseUrl: null }],
  ['a price below zero', { price: { input: -1, output: 2 } }],
  ['a key longer than any key', { apiKey: 'k'.repeat(501) }],
])('%s is refused', async (_name, wrong) => {
  const { status } = await call('PUT', `${PATH}/models/${claude}`, { ...qwenPlus, ...wrong });
  expect(status).toBe(400);
});

test('a search key is used at once and gone when it is disconnected', async () => {
  await call('PUT', `${PATH}/search`, { apiKey: 'tvly-first' });
  await call('PUT', `${PATH}/search`, { apiKey: 'tvly-second' });
  expect(await connections.searchKey()).toBe('tvly-second');
  const { body } = await call<ConnectionSettings>('PUT', `${PATH}/search`, { apiKey: null });
  expect(body.search).toBeNull();
  expect(await connections.searchKey()).toBeNull();
});

test('a removed model takes its key with it', async () => {
  const { body } = await call<ConnectionSettings>('DELETE', `${PATH}/models/${qwen}`);
  expect(body.models.map(({ model }) => model)).not.toContain('qwen-max');
  expect(await kit.secrets.get(vendor, `connections/${qwen}`)).toBeNull();
  expect((await call('DELETE', `${PATH}/models/${qwen}`)).status).toBe(404);
});

test('who may not manage settings sees nothing of them', async () => {
  permissions = ['client.read'];
  expect((await call('GET', PATH)).status).toBe(403);
});

test('each change stands in the audit trail, without a key', async () => {
  const rows = await kit.database.withTenant([vendor], async ({ db }) => {
    const { rows: found } = await db.execute(
      'select action, after::text as after from kit.audit_entries order by id',
    );
    return found;
  });
  expect(rows.map(({ action }) => action)).toContain('settings.search_connected');
  expect(JSON.stringify(rows)).not.toMatch(/sk-|tvly-/);
});
