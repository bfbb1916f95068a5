import { createPostgresTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createAgents } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { Client, Query } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { compose, migrations, type Product } from './compose.ts';
import { readConfiguration } from './configuration.ts';
import { exportMap } from './export-map.ts';

// Every statement of the hot paths is taken from the wire while the product runs and explained by PostgreSQL with its own
// values. Sequential scans are made expensive first: one that is still chosen has no index it could use, and would be slow
// with a million rows however fast it is today.

const postgres = process.env.TEST_DATABASE_URL ?? '';
const clientId = '01970000-0000-7000-8000-00000000c001';
const ONE_TRIP = `set local app.organization_ids = '{${clientId}}'`;
/** Reads that are rare, or of files. */
const NOT_HOT = [/\/export\//, /\/verification$/, /^\/api\/(openapi|docs|health)/];
/** Tables that hold some dozens of rows however large the installation is. */
const ALWAYS_SMALL = new Set(['consumers', 'queue', 'version', 'job_requests', 'schedule', 'connections']);

interface Statement {
  text: string;
  values: unknown[];
  settings: string;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  Plans?: PlanNode[] | undefined;
}
const planSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    Plans: z.array(planSchema).optional(),
  }),
);
const explainedSchema = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: planSchema })) }));

describe.skipIf(postgres === '')('hot paths on PostgreSQL', () => {
  let kit: TestKit;
  let product: Product;
  const statements = new Map<string, Statement>();
  let listening = false;

  beforeAll(async () => {
    kit = await createPostgresTestKit(postgres, migrations.slice(1));
    const llm = createLlm({ connections: () => [] });
    const none = async () => null;
    const agents = createAgents(
      { allowedPrivateHosts: [], searchKey: none, browserKey: none, githubToken: null },
      llm,
    );
    const configuration = readConfiguration({ TOKENHOLIC_LOG_LEVEL: 'silent' }, kit.folder);
    const connections = createConnections(kit, {});
    const readPage = () => Promise.reject(new Error('no web in tests'));
    const parts = { agents, exporter: exportMap, connections, llm, readPage };
    product = await compose(configuration, kit, parts);
    await product.app.ready();
    const research = {
      ...{ website: null, links: [], materialIds: [], language: 'zh', publicSources: false },
      notes: '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。',
    };
    const body = { id: clientId, name: '云岫短剧', website: null, research };
    await product.app.inject({ method: 'POST', url: '/api/clients', payload: body });
    await vi.waitFor(
      async () => expect((await get(`/api/clients/${clientId}/map`)).statusCode).toBe(200),
      30_000,
    );
    listen();
  });
  afterAll(() => product.close());

  const get = (url: string) => product.app.inject({ method: 'GET', url });

  /** Notes each statement with the role and organisations its transaction runs under. */
  function listen(): void {
    const original = Client.prototype.query;
    const settings = new WeakMap<object, string>();
    Client.prototype.query = function query(this: Client, ...given: unknown[]): never {
      const [first, second] = given;
      const text = typeof first === 'string' ? first : String(Object(first).text);
      const preamble = /^(?:begin; )?(set local role .*)$/.exec(text)?.[1];
      if (preamble !== undefined) settings.set(this, preamble);
      else if (text === 'commit' || text === 'rollback') settings.delete(this);
      else if (listening && /^\s*(select|with|update|delete|insert)/i.test(text) && !/advisory/.test(text)) {
        const values = Array.isArray(second) ? second : (Object(first).values ?? []);
        // A read in one trip brings its settings with it.
        const own = first instanceof Query ? `set local role app_user; ${ONE_TRIP}` : settings.get(this);
        statements.set(text, { text, values, settings: own ?? '' });
      }
      return Reflect.apply(original, this, given) as never;
    };
  }

  async function scansIn(work: () => Promise<void>): Promise<string[]> {
    statements.clear();
    listening = true;
    await work();
    listening = false;
    expect(statements.size).toBeGreaterThan(0);
    const scans: string[] = [];
    for (const statement of statements.values()) scans.push(...(await scansOf(statement)));
    return scans;
  }

  async function scansOf({ text, values, settings }: Statement): Promise<string[]> {
    const connection = await kit.database.pool.connect();
    try {
      await connection.query(`begin; ${settings}`);
      await connection.query('set local enable_seqscan = off');
      const { rows } = await connection.query(`explain (format json) ${text}`, values);
      const plans = explainedSchema.parse(rows).flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
      return plans.flatMap(tablesScanned).map((table) => `${table}: ${text.replace(/\s+/g, ' ')}`);
    } finally {
      await connection.query('rollback');
      connection.release();
    }
  }

  /** Every read that needs no more than a client. */
  function hotRoutes(): string[] {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(product.app.swagger());
    return Object.entries(paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => path.replace('{clientId}', clientId))
      .filter((path) => !path.includes('{') && !NOT_HOT.some((pattern) => pattern.test(path)));
  }

  test('no read of the API scans a table', async () => {
    const routes = hotRoutes();
    expect(routes.length).toBeGreaterThan(20);
    const scans = await scansIn(async () => {
      for (const url of routes) {
        product.principals.forget();
        await get(url);
      }
    });
    expect(scans).toEqual([]);
  });

  test('a change, its events and their consumers scan no table', async () => {
    const scans = await scansIn(async () => {
      const payload = { name: '云岫短剧有限公司' };
      const answer = await product.app.inject({ method: 'PATCH', url: `/api/clients/${clientId}`, payload });
      expect(answer.statusCode).toBe(200);
      await product.dispatcher.idle();
      await product.dispatcher.idle();
    });
    expect(scans).toEqual([]);
  });

  test('a statement without an index would be found', async () => {
    const scans = await scansIn(async () => {
      await kit.database.withSystem(({ client }) =>
        client.query("select count(*) from kit.events where payload ->> 'code' = $1", ['x']),
      );
    });
    expect(scans).toHaveLength(1);
  });
});

function tablesScanned(node: PlanNode): string[] {
  const table = node['Relation Name'];
  const here =
    node['Node Type'] === 'Seq Scan' && table !== undefined && !ALWAYS_SMALL.has(table) ? [table] : [];
  return [...here, ...(node.Plans ?? []).flatMap(tablesScanned)];
}
