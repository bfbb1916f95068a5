import { globSync, readFileSync } from 'node:fs';
import multipart from '@fastify/multipart';
import type { Problem } from '@tokenholic/contracts';
import { createAppearance } from '@tokenholic/copilot';
import { createPrincipals, permissionsOf } from '@tokenholic/identity';
import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { archiveSaying, createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createAgents } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { exportMap } from './export-map.ts';
import { createServices, migrations } from './services.ts';

// Every route that takes a file, tried with hostile ones: none is read by anybody before it was looked at.

const home = '01970000-0000-7000-8000-00000000000a';
const own = '01970000-0000-7000-8000-00000000c001';
let kit: TestKit;
let app: HttpServer;
const routes: string[] = [];

beforeAll(async () => {
  kit = await createTestKit(migrations.slice(1));
  app = await createHttpServer({
    ...{ kit, version: '0' },
    authenticate: async () => ({
      user: {
        ...{ id: '01970000-0000-7000-8000-0000000000d1', name: { zh: '林佩', en: 'Lin Pei' } },
        ...{ roles: ['sales_manager'], permissions: permissionsOf(['sales_manager']) },
      },
      homeOrganizationId: home,
      organizationIds: [home, own],
    }),
  });
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (schema?.consumes?.includes('multipart/form-data') === true) routes.push(`${method} ${url}`);
  });
  await app.register(multipart);
  const llm = createLlm({ connections: () => [] });
  const none = async () => null;
  const services = createServices({
    ...{ kit, accounts: null, samples: { arriving: false }, appearance: createAppearance(kit) },
    configuration: readConfiguration({ TOKENHOLIC_LOG_LEVEL: 'silent' }, kit.folder),
    principals: createPrincipals(kit),
    parts: {
      agents: createAgents(
        { allowedPrivateHosts: [], searchKey: none, browserKey: none, githubToken: null },
        llm,
      ),
      ...{ exporter: exportMap, connections: createConnections(kit, {}), llm },
      readPage: () => Promise.reject(new Error('no web in tests')),
    },
  });
  for (const service of services) await app.register(service.routes);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function send(route: string, name: string, bytes: Uint8Array | string) {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(bytes)]), name);
  const body = new Response(form);
  const { statusCode, ...response } = await app.inject({
    ...{ method: 'POST', url: route.replace('POST ', '').replace(/:\w+/g, own) },
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
  });
  return { status: statusCode, code: response.json<Partial<Problem>>().code ?? null };
}

const REFUSED = { status: 400, code: 'kit.upload_refused' };
const HOSTILE: readonly (readonly [string, string, Uint8Array | string])[] = [
  ['a program called a document', 'offer.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
  ['an archive that unpacks to gigabytes', 'plan.docx', archiveSaying(3_000_000_000)],
  ['a page with a script called a document', 'plan.docx', '<html><script>steal()</script></html>'],
  ['a page with a script called a text', 'notes.txt', '<!doctype html><script>steal()</script>'],
];

test.each(HOSTILE)('%s is refused wherever a file can be given', async (_what, name, bytes) => {
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) expect([route, await send(route, name, bytes)]).toEqual([route, REFUSED]);
});

test('an honest file gets past that look everywhere', async () => {
  for (const route of routes) {
    const { status, code } = await send(route, '客户.csv', '客户,商机名称\n云岫短剧,客服迁移\n');
    expect([route, status < 500 && code !== REFUSED.code]).toEqual([route, true]);
  }
});

test('no code takes a file from a request without that look, and none takes bytes within JSON', () => {
  const taking = globSync('services/*/*/**/*.ts', { exclude: (name) => name.includes('node_modules') })
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    .filter(({ text }) =>
      /\brequest\.(?:file|files|parts|saveRequestFiles)\(|addContentTypeParser/.test(text),
    );
  expect(taking.length).toBeGreaterThan(3);
  expect(taking.filter(({ text }) => !text.includes('inspectUpload(')).map(({ path }) => path)).toEqual([]);
  expect(JSON.stringify(app.swagger())).not.toMatch(/base64|"format":"(?:binary|byte)"/);
});
