import { createServer, type Server } from 'node:http';
import type {
  BattleMap,
  CorpusHit,
  CreatedShare,
  FindingsWorkbench,
  ResearchRun,
  ResearchSchedule,
  SharedMap,
  ShareLink,
  SourceFreshness,
} from '@tokenholic/contracts';
import { demoPeople, findVendor } from '@tokenholic/identity';
import { createPostgresTestKit, createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createAgents, startDueResearch } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCommand, moveCommand } from './cli/placement-command.ts';
import { compose, migrations, type Product } from './compose.ts';
import { readConfiguration } from './configuration.ts';
import { exportMap } from './export-map.ts';

const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
const canary = 'canary-of-harbourline-7731';
const [manager, agent, supporter] = demoPeople;
let kit: TestKit;
let product: Product;
/** A company's page on the web, and how often it was asked for. */
let web: Server;
let webHost = '';
let visits = 0;

const as = (person: { id: string } | undefined) => ({ cookie: `tokenholic_demo_user=${person?.id ?? ''}` });

async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  body?: unknown,
  headers: Record<string, string> = as(manager),
) {
  const options =
    body === undefined ? { method, url, headers } : { method, url, headers, payload: body as object };
  const response = await product.app.inject(options);
  return { status: response.statusCode, body: response.json<T>(), etag: String(response.headers.etag ?? '') };
}

const research = (notes: string, links: string[] = []) => ({
  website: null,
  links,
  notes,
  materialIds: [],
  language: 'zh',
  publicSources: false,
});

async function create(id: string, name: string, notes: string) {
  return call('POST', '/api/clients', { id, name, website: null, research: research(notes) });
}

async function settledRun(clientId: string): Promise<ResearchRun> {
  for (let tries = 0; tries < 200; tries += 1) {
    await product.dispatcher.idle();
    const { body } = await call<{ items: ResearchRun[] }>('GET', `/api/clients/${clientId}/research-runs`);
    const run = body.items[0];
    if (run !== undefined && ['completed', 'failed', 'cancelled'].includes(run.status)) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The run did not settle');
}

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

describe.each(databases)('the product on %s', (_name, open) => {
  beforeAll(async () => {
    kit = await open();
    web = createServer((request, response) => {
      if (request.url !== '/ai') return void response.writeHead(404).end();
      visits += 1;
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          '<html><body><main><p>霜降家居的智能客服使用 Qwen3-Max，日均 3 万次会话。翻译使用 GPT-5.2。霜降家居在全国有两百家门店，服务三百万家庭。</p></main></body></html>',
        );
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const address = web.address();
    webHost = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const configuration = readConfiguration({ TOKENHOLIC_LOG_LEVEL: 'silent' }, kit.folder);
    const llm = createLlm({ connections: () => [] });
    const agents = createAgents(
      {
        allowedPrivateHosts: [webHost],
        minimumIntervalMilliseconds: () => 0,
        searchKey: async () => null,
        browserKey: async () => null,
        githubToken: null,
      },
      llm,
    );
    product = await compose(configuration, kit, {
      agents,
      exporter: exportMap,
      connections: createConnections(kit, {}),
      llm,
      readPage: () => Promise.reject(new Error('no web in tests')),
    });
    await product.app.ready();
    const ownSchema = async (organizationId: string) => {
      if (kit.database.kind !== 'postgres') return;
      const environment = { DATABASE_URL: kit.database.pool.options.connectionString };
      const said: string[] = [];
      await moveCommand(organizationId, { to: 'schema', longest: 60 }, environment, (text) =>
        said.push(text),
      );
      await listCommand(environment, (text) => said.push(text));
      expect(said.join('\n')).toMatch(new RegExp(`rows moved[^]*${organizationId}  organization_`));
    };
    await ownSchema((await findVendor(kit, true)) ?? '');
    await create(
      yunxiu,
      '云岫短剧',
      '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。代码助手计划引入 Claude Sonnet 4.6。',
    );
    // While its research goes on.
    await ownSchema(yunxiu);
    await create(
      harbourline,
      'Harbourline',
      `Our document processing pipeline uses GPT-5.4 through Azure OpenAI. ${canary}.`,
    );
  });
  afterAll(async () => {
    await product.close();
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
  });

  test('a company and what one knows of it become a map, by events alone', async () => {
    const run = await settledRun(yunxiu);
    expect(run).toMatchObject({ status: 'completed', mapVersion: 1, pages: 1 });
    expect(run.stages.map((stage) => stage.status)).toEqual(['done', 'done', 'done']);
    const { body: map } = await call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    expect(map.useCases.map((column) => column.useCaseId).sort()).toEqual(['cs_chatbot', 'video_generation']);
    expect(map.watchlist.map((item) => item.standing)).toEqual(['planned']);
    const quote = map.useCases[0]?.tiles[0]?.evidence[0];
    const { body: page } = await call<{ text: string }>(
      'GET',
      `/api/clients/${yunxiu}/pages/${quote?.pageId}`,
    );
    expect(page.text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  test('every list and page of a client that can be read without a further id is read', async () => {
    const { body } = await call<{ paths: Record<string, Record<string, unknown>> }>(
      'GET',
      '/api/openapi.json',
    );
    const urls = Object.entries(body.paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => path.replace('{clientId}', yunxiu))
      .filter((path) => !path.includes('{'));
    expect(urls.length).toBeGreaterThan(60);
    const failed: unknown[] = [];
    for (const url of urls) {
      const { statusCode } = await product.app.inject({ method: 'GET', url, headers: as(manager) });
      if (statusCode >= 500) failed.push([url, statusCode]);
    }
    expect(failed).toEqual([]);
  });

  test('a map that has not changed is not sent again', async () => {
    await settledRun(yunxiu);
    const first = await call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    const again = await product.app.inject({
      url: `/api/clients/${yunxiu}/map`,
      headers: { ...as(manager), 'if-none-match': first.etag },
    });
    expect([first.etag, again.statusCode, again.body]).toEqual(['"v1.r0"', 304, '']);
  });

  test('an edit shows at once, and a second person editing the old map is shown both sides', async () => {
    await settledRun(yunxiu);
    const before = await call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    const tileKey = before.body.useCases[0]?.tiles[0]?.key ?? '';
    const edit = { kind: 'set_tokens', tileKey, tokensPerYear: 7e13, reason: '客户确认' };
    const edited = await call<BattleMap>('POST', `/api/clients/${yunxiu}/map/edits`, edit, {
      ...as(manager),
      'if-match': before.etag,
    });
    expect(edited.etag).toBe('"v1.r1"');
    expect(edited.body.totals.tokensPerYear.mid).toBeGreaterThan(before.body.totals.tokensPerYear.mid);
    const late = await call<{ code: string; details: { current: BattleMap; edits: unknown[] } }>(
      'POST',
      `/api/clients/${yunxiu}/map/edits`,
      edit,
      {
        ...as(manager),
        'if-match': before.etag,
      },
    );
    expect(late.status).toBe(412);
    expect(late.body.code).toBe('battlemap.changed_meanwhile');
    expect(late.body.details.edits).toHaveLength(1);
  });

  test('research again keeps what a person edited', async () => {
    await settledRun(yunxiu);
    const { status } = await call(
      'POST',
      `/api/clients/${yunxiu}/research-runs`,
      research('云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，配音使用 CosyVoice。'),
    );
    expect(status).toBe(202);
    expect((await settledRun(yunxiu)).mapVersion).toBe(2);
    const { body } = await call<BattleMap>('GET', `/api/clients/${yunxiu}/map`);
    const edited = body.useCases.flatMap((column) => column.tiles).filter((tile) => tile.override !== null);
    expect(edited.map((tile) => tile.tokensPerYear.mid)).toEqual([7e13]);
    const { body: old } = await call<BattleMap>('GET', `/api/clients/${yunxiu}/map/versions/1`);
    expect(old.version).toBe(1);
  });

  test('a rejected finding leaves the map, and the next research does not bring it back', async () => {
    const id = '01970000-0000-7000-8000-00000000c013';
    const text = '青禾生鲜的智能客服使用 Qwen3-Max，日均 2 万次会话。青禾生鲜的翻译使用 GPT-5.2。';
    await create(id, '青禾生鲜', text);
    await settledRun(id);
    const uses = async () => {
      const { body } = await call<BattleMap>('GET', `/api/clients/${id}/map`);
      return body.useCases.map((column) => column.useCaseId).sort();
    };
    expect(await uses()).toEqual(['cs_chatbot', 'translation']);
    const { body: before } = await call<FindingsWorkbench>('GET', `/api/clients/${id}/findings/workbench`);
    const wrong = before.items.find(({ finding }) => finding.useCaseId === 'translation')?.finding;
    const review = { key: wrong?.key ?? '', review: { decision: 'rejected', reason: '客户已否认' } };
    const reviewed = await call<FindingsWorkbench>('PUT', `/api/clients/${id}/findings/review`, review);
    expect(reviewed.body).toMatchObject({ waiting: 1, accuracy: { reviewed: 1, validated: 0, share: 0 } });
    expect((await call('POST', `/api/clients/${id}/findings/apply`)).status).toBe(200);
    await product.dispatcher.idle();
    expect(await uses()).toEqual(['cs_chatbot']);
    const again = await call<{ code: string }>('POST', `/api/clients/${id}/findings/apply`);
    expect([again.status, again.body.code]).toEqual([409, 'research.nothing_to_apply']);
    await call('POST', `/api/clients/${id}/research-runs`, research(text));
    expect((await settledRun(id)).mapVersion).toBe(3);
    expect(await uses()).toEqual(['cs_chatbot']);
  });

  test('research that is scheduled is done again when it is due, once, with what it was given', async () => {
    const id = '01970000-0000-7000-8000-00000000c014';
    await create(id, '白露茶业', '白露茶业的智能客服使用 Qwen3-Max。');
    await settledRun(id);
    const path = `/api/clients/${id}/research-schedule`;
    const set = await call<ResearchSchedule>('PUT', path, { every: 'week' });
    expect(set.body).toMatchObject({ every: 'week', setBy: expect.any(String) });
    expect(await startDueResearch(kit)).toBe(0);
    const { now } = kit;
    kit.now = () => new Date(now().getTime() + 8 * 86_400_000);
    const started = [await startDueResearch(kit), await startDueResearch(kit)];
    kit.now = now;
    expect(started).toEqual([1, 0]);
    expect((await settledRun(id)).mapVersion).toBe(2);
    const { body } = await call<ResearchSchedule>('PUT', path, { every: null });
    expect(body).toEqual({ every: null, nextAt: null, setBy: null });
    // Notes are for a person to renew: a schedule that waits for staleness waits as long as for a website.
    const sources = await call<{ items: SourceFreshness[] }>('GET', `/api/clients/${id}/sources`);
    expect(sources.body.items).toMatchObject([
      { kind: 'notes', pages: 1, isStale: false, isRenewable: false },
    ]);
    const stale = await call<ResearchSchedule>('PUT', path, { every: 'stale' });
    expect(Date.parse(stale.body.nextAt ?? '')).toBeGreaterThan(kit.now().getTime() + 50 * 86_400_000);
    await call('PUT', path, { every: null });
  });

  test('a page that is still fresh is not fetched again, its map is the same, and its age stays; asked to, it is', async () => {
    const id = '01970000-0000-7000-8000-00000000c015';
    visits = 0;
    const input = research('', [`http://${webHost}/ai`]);
    await call('POST', '/api/clients', { id, name: '霜降家居', website: null, research: input });
    expect((await settledRun(id)).sources[0]).toMatchObject({ status: 'read', pages: 1 });
    const ageOf = async () =>
      (await call<{ items: SourceFreshness[] }>('GET', `/api/clients/${id}/sources`)).body.items[0]?.readAt;
    const usesOf = async () =>
      (await call<BattleMap>('GET', `/api/clients/${id}/map`)).body.useCases.map(
        ({ useCaseId }) => useCaseId,
      );
    const again = async (more: object = {}) => {
      await call('POST', `/api/clients/${id}/research-runs`, { ...input, ...more });
      return settledRun(id);
    };
    const [age, uses] = [await ageOf(), await usesOf()];
    const { now } = kit;
    kit.now = () => new Date(now().getTime() + 3 * 86_400_000);
    const reused = await again();
    expect(reused).toMatchObject({ pages: 1, sources: [{ status: 'reused', pages: 1, readAt: age }] });
    expect([visits, await ageOf(), await usesOf()]).toEqual([1, age, uses]);
    const changes = await call<{ useCases: unknown[] }>('GET', `/api/clients/${id}/map/compare?from=1&to=2`);
    expect(changes.status).toBe(200);
    expect((await again({ reread: true })).sources[0]).toMatchObject({ status: 'read' });
    expect(visits).toBe(2);
    kit.now = now;
  });

  test('judging what is not there, or merging a finding into itself, is refused with what to do', async () => {
    const { body } = await call<FindingsWorkbench>('GET', `/api/clients/${harbourline}/findings/workbench`);
    const key = body.items[0]?.finding.key ?? '';
    const judge = (finding: string, into: string) =>
      call<{ code: string }>('PUT', `/api/clients/${harbourline}/findings/review`, {
        key: finding,
        review: { decision: 'merged', reason: null, into },
      });
    expect((await judge('no such finding', key)).body.code).toBe('research.finding_unknown');
    expect((await judge(key, key)).body.code).toBe('research.merge_impossible');
  });

  test('a client’s stored pages are searched by sentence, and nobody else’s', async () => {
    const ask = async (id: string) => {
      const { body } = await call<{ items: CorpusHit[] }>(
        'GET',
        `/api/clients/${id}/corpus?question=${encodeURIComponent('document processing pipeline')}`,
      );
      return body.items.map(({ text }) => text);
    };
    expect((await ask(harbourline))[0]).toContain('GPT-5.4 through Azure OpenAI');
    expect(await ask(yunxiu)).toEqual([]);
  });

  test('a shared link opens one map without notes, prices or opportunities, until it is taken back', async () => {
    await settledRun(yunxiu);
    const options = { version: null, showValues: false, showOpportunities: false, days: 7 };
    const made = await call<CreatedShare>('POST', `/api/clients/${yunxiu}/map/shares`, options);
    expect(made.status).toBe(201);
    const open = () => product.app.inject({ url: `/api/shared/${made.body.token}` });
    const opened = await open();
    const { map } = opened.json<SharedMap>();
    expect([opened.statusCode, opened.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
    const tiles = map.useCases.flatMap((column) => column.tiles);
    expect(tiles.length).toBeGreaterThan(0);
    expect(tiles.every((tile) => tile.opportunity === null && tile.valuePerYear === null)).toBe(true);
    expect(opened.body).not.toContain(canary);
    const { body } = await call<{ items: ShareLink[] }>('GET', `/api/clients/${yunxiu}/map/shares`);
    expect(body.items[0]).toMatchObject({ id: made.body.link.id, views: 1, revokedAt: null });
    expect(JSON.stringify(body)).not.toContain(made.body.token);
    const revoked = await product.app.inject({
      method: 'DELETE',
      url: `/api/clients/${yunxiu}/map/shares/${made.body.link.id}`,
      headers: as(manager),
    });
    expect(revoked.statusCode).toBe(200);
    expect((await open()).json<{ code: string }>().code).toBe('battlemap.link_not_valid');
  });

  test('a guessed or expired link looks the same as one that never was', async () => {
    const guess = await product.app.inject({ url: `/api/shared/${'A'.repeat(43)}` });
    expect([guess.statusCode, guess.json<{ code: string }>().code]).toEqual([
      404,
      'battlemap.link_not_valid',
    ]);
    const options = { version: null, showValues: true, showOpportunities: true, days: 1 };
    const made = await call<CreatedShare>('POST', `/api/clients/${yunxiu}/map/shares`, options);
    const { now } = kit;
    kit.now = () => new Date(now().getTime() + 2 * 86_400_000);
    const late = await product.app.inject({ url: `/api/shared/${made.body.token}` });
    kit.now = now;
    expect(late.statusCode).toBe(404);
  });

  test('an unknown company with no evidence gets the industry benchmark, labelled', async () => {
    const id = '01970000-0000-7000-8000-00000000c003';
    await create(id, 'Nobody Ever Heard Of', '');
    await settledRun(id);
    const { body } = await call<BattleMap>('GET', `/api/clients/${id}/map`);
    expect(body.basis).toBe('industry_benchmark');
    expect(body.useCases.every((column) => column.tiles.every((tile) => tile.evidence.length === 0))).toBe(
      true,
    );
  });

  test('the same client name is asked about before a second one is made', async () => {
    const id = '01970000-0000-7000-8000-00000000c004';
    const taken = await call<{ code: string; details: { clientId: string } }>('POST', '/api/clients', {
      ...{ id, name: '云岫 短剧', website: null, research: null },
    });
    expect([taken.status, taken.body.code, taken.body.details.clientId]).toEqual([
      409,
      'identity.client_name_taken',
      yunxiu,
    ]);
  });

  test('asking twice for the same client makes one', async () => {
    const again = await create(yunxiu, '云岫短剧', '');
    expect(again.status).toBe(200);
  });

  test('rubbish is refused with a stable code and a message in both languages', async () => {
    const bad = await call<{ code: string; message: { zh: string; en: string } }>('POST', '/api/clients', {
      name: '',
    });
    expect([bad.status, bad.body.code]).toEqual([400, 'kit.invalid_request']);
    expect(bad.body.message.zh).not.toBe('');
    const unknownVersion = await call<{ code: string }>('GET', `/api/clients/${yunxiu}/map/versions/99`);
    expect([unknownVersion.status, unknownVersion.body.code]).toEqual([404, 'battlemap.version_unknown']);
  });

  /** Every route of the API that names a client, with ids that exist nowhere for the rest. */
  function clientRoutes(): { method: string; url: string }[] {
    const { paths = {} } = product.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
    return Object.entries(paths)
      .filter(([path]) => path.includes('{clientId}'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => ({ method: method.toUpperCase(), url: path })),
      );
  }

  test("another tenant's id is not found on every route, whatever the role", async () => {
    const routes = clientRoutes();
    expect(routes.length).toBeGreaterThan(15);
    for (const { method, url } of routes) {
      const path = url
        .replace('{clientId}', harbourline)
        .replace('{format}', 'json')
        .replace('{version}', '1')
        .replace(/\{\w+\}/g, yunxiu);
      const response = await product.app.inject({
        method: method as 'GET',
        url: path,
        headers: as(agent),
        ...(method === 'GET' ? {} : { payload: {} }),
      });
      expect([`${method} ${url}`, response.statusCode]).toEqual([`${method} ${url}`, 404]);
      expect(response.body).not.toContain(canary);
    }
  });

  test('lists show only what the person is assigned to', async () => {
    for (const url of ['/api/clients', '/api/portfolio', '/api/system/dead-letters']) {
      const response = await product.app.inject({ url, headers: as(agent) });
      expect(response.body).not.toContain('Harbourline');
    }
  });

  test('a role that may only look cannot start research or see the system', async () => {
    const start = await call<{ code: string }>(
      'POST',
      '/api/clients',
      { id: yunxiu, name: 'x', website: null, research: null },
      as(supporter),
    );
    expect([start.status, start.body.code]).toEqual([403, 'kit.forbidden']);
    expect((await call('GET', '/api/system/consumers', undefined, as(supporter))).status).toBe(403);
  });

  test('a request from another site is blocked', async () => {
    const response = await call<{ code: string }>(
      'POST',
      '/api/clients',
      {},
      { ...as(manager), origin: 'https://evil.example', host: 'localhost:3000' },
    );
    expect([response.status, response.body.code]).toEqual([403, 'kit.cross_site']);
  });

  test('every table of every service is behind a forced policy', async () => {
    const { rows } = await kit.database.pool.query<{
      name: string;
      forced: boolean;
      enabled: boolean;
      policies: number;
      part: boolean;
    }>(
      `select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies, c.relispartition as part
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')`,
    );
    const open = rows
      // A part is read through its whole; by itself it lets nobody in but its owner.
      .filter((row) => !(row.enabled && (row.part || (row.forced && row.policies > 0))))
      .map((row) => row.name);
    expect(rows.length).toBeGreaterThan(15);
    // The list of applied migrations holds no tenant's data and no role of the application can read it.
    expect(open).toEqual(['kit.migrations']);
  });

  test('every table belongs to organisations, except those that precede them', async () => {
    const { rows } = await kit.database.pool.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')
         and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnotnull)
       order by 1`,
    );
    const withReason: Record<string, string> = {
      'accounts.attempts': 'counts tries of people who are not signed in, under a hash',
      'accounts.credentials': 'read before it is known who signs in; a role of its own',
      'accounts.departed': 'read before it is known who signs in; a role of its own',
      'accounts.mails': 'mail goes to addresses that may have no organisation yet; a role of its own',
      'accounts.people': 'read before it is known who signs in; a role of its own',
      'accounts.second_factors': 'read before it is known who signs in; a role of its own',
      'accounts.sessions': 'read before it is known who signs in; a role of its own',
      'accounts.signing_keys': 'one set of keys signs for the installation; a role of its own',
      'accounts.verifications': 'read before it is known who signs in; a role of its own',
      'kit.arrivals': 'names a seller while it is carried into this database, for the system role only',
      'kit.consumers': 'one cursor over the log of all organisations, for the system role only',
      'kit.migrations': 'which files were applied to this database',
      'kit.root_keys':
        'the keys that wrap the data keys of organisations, themselves wrapped by a key service',
    };
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(withReason));
  });

  test('exports of a map come as files of their kind', async () => {
    const kinds = {
      json: 'application/json',
      svg: 'image/svg+xml',
      html: 'text/html',
      png: 'image/png',
      pdf: 'application/pdf',
      pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    };
    for (const [format, type] of Object.entries(kinds)) {
      const response = await product.app.inject({
        url: `/api/clients/${yunxiu}/map/export/${format}?language=en`,
        headers: as(manager),
      });
      expect([format, response.statusCode, String(response.headers['content-type']).split(';')[0]]).toEqual([
        format,
        200,
        type,
      ]);
    }
  });
});
