import { createServer, type Server } from 'node:http';
import type { ResearchRun } from '@tokenholic/contracts';
import { demoPeople, findVendor } from '@tokenholic/identity';
import { createPostgresTestKit, createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createAgents } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { listCommand, moveCommand } from '../cli/placement-command.ts';
import { compose, migrations, type Product } from '../compose.ts';
import { readConfiguration } from '../configuration.ts';
import { exportMap } from '../export-map.ts';

/** Two clients of the seller, both in research: the agent is assigned to the first alone. */
export const yunxiu = '01970000-0000-7000-8000-00000000c001';
export const harbourline = '01970000-0000-7000-8000-00000000c002';
/** Said of the second client only. */
export const canary = 'canary-of-harbourline-7731';
export const [manager, agent, supporter] = demoPeople;

export const as = (person: { id: string } | undefined) => ({
  cookie: `tokenholic_demo_user=${person?.id ?? ''}`,
});

export const research = (notes: string, links: string[] = []) => ({
  website: null,
  links,
  notes,
  materialIds: [],
  language: 'zh',
  publicSources: false,
});

const postgres = process.env.TEST_DATABASE_URL;
const databases: [string, () => Promise<TestKit>][] = [
  ['the embedded database', () => createTestKit(migrations.slice(1))],
  ...(postgres === undefined
    ? []
    : [
        [
          'PostgreSQL, the seller and a client in schemas of their own',
          () => createPostgresTestKit(postgres, migrations.slice(1)),
        ] satisfies [string, () => Promise<TestKit>],
      ]),
];

/** The whole product with two clients, and a company's page on the web. */
export interface House {
  readonly kit: TestKit;
  readonly product: Product;
  web: { host: string; visits: number };
  call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T; etag: string }>;
  create(id: string, name: string, notes: string): Promise<{ status: number }>;
  /** The newest research of a client, once it is over. */
  settledRun(clientId: string): Promise<ResearchRun>;
}

/** Tests of the product as it runs on each database there is. */
export function describeProduct(tests: (house: House) => void): void {
  describe.each(databases)('the product on %s', (_name, open) => tests(useHouse(open)));
}

function useHouse(open: () => Promise<TestKit>): House {
  let opened: { kit: TestKit; product: Product } | null = null;
  const now = () => {
    if (opened === null) throw new Error('The product is not there yet');
    return opened;
  };
  const web = { host: '', visits: 0 };
  const server = createServer((request, response) => {
    if (request.url !== '/ai') return void response.writeHead(404).end();
    web.visits += 1;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        '<html><body><main><p>霜降家居的智能客服使用 Qwen3-Max，日均 3 万次会话。翻译使用 GPT-5.2。霜降家居在全国有两百家门店，服务三百万家庭。</p></main></body></html>',
      );
  });
  const house: House = {
    ...{ web },
    get kit() {
      return now().kit;
    },
    get product() {
      return now().product;
    },
    call: async <T>(
      method: 'GET' | 'POST' | 'PUT' | 'PATCH',
      url: string,
      body?: unknown,
      headers: Record<string, string> = as(manager),
    ) => {
      const options =
        body === undefined ? { method, url, headers } : { method, url, headers, payload: body as object };
      const response = await now().product.app.inject(options);
      const etag = String(response.headers.etag ?? '');
      return { status: response.statusCode, body: response.json<T>(), etag };
    },
    create: (id, name, notes) =>
      house.call('POST', '/api/clients', { id, name, website: null, research: research(notes) }),
    settledRun: async (clientId) => {
      for (let tries = 0; tries < 200; tries += 1) {
        await now().product.dispatcher.idle();
        const path = `/api/clients/${clientId}/research-runs`;
        const { body } = await house.call<{ items: ResearchRun[] }>('GET', path);
        const run = body.items[0];
        if (run !== undefined && ['completed', 'failed', 'cancelled'].includes(run.status)) return run;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The run did not settle');
    },
  };
  beforeAll(async () => {
    web.host = await listenOn(server);
    const kit = await open();
    opened = { kit, product: await composeOn(kit, web.host) };
    await inOwnSchema(kit, (await findVendor(kit, true)) ?? '');
    await house.create(
      yunxiu,
      '云岫短剧',
      '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。代码助手计划引入 Claude Sonnet 4.6。',
    );
    // While its research goes on.
    await inOwnSchema(kit, yunxiu);
    await house.create(
      harbourline,
      'Harbourline',
      `Our document processing pipeline uses GPT-5.4 through Azure OpenAI. ${canary}.`,
    );
  });
  afterAll(async () => {
    await opened?.product.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return house;
}

async function listenOn(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

async function composeOn(kit: TestKit, webHost: string): Promise<Product> {
  const llm = createLlm({ connections: () => [] });
  const settings = {
    ...{ allowedPrivateHosts: [webHost], minimumIntervalMilliseconds: () => 0 },
    ...{ searchKey: async () => null, browserKey: async () => null, githubToken: null },
  };
  const product = await compose(readConfiguration({ TOKENHOLIC_LOG_LEVEL: 'silent' }, kit.folder), kit, {
    agents: createAgents(settings, llm),
    exporter: exportMap,
    connections: createConnections(kit, {}),
    llm,
    readPage: () => Promise.reject(new Error('no web in tests')),
  });
  await product.app.ready();
  return product;
}

async function inOwnSchema(kit: TestKit, organizationId: string): Promise<void> {
  if (kit.database.kind !== 'postgres') return;
  const environment = { DATABASE_URL: kit.database.pool.options.connectionString };
  const said: string[] = [];
  await moveCommand(organizationId, { to: 'schema', longest: 60 }, environment, (text) => said.push(text));
  await listCommand(environment, (text) => said.push(text));
  expect(said.join('\n')).toMatch(new RegExp(`rows moved[^]*${organizationId}  organization_`));
}
