import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RealtimeMessage } from '@tokenholic/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { kafkaLibraries, redisBinary } from '../../packages/kit/src/testing/binaries.ts';
import { startKafka } from '../../packages/kit/src/testing/kafka-server.ts';
import { freePort, startRedis, type TestServer } from '../../packages/kit/src/testing/servers.ts';
import { type ProcessPlan, sharedEnvironment } from './plan.ts';
import { type RunningProcess, startProcess } from './process.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const seller = '01970000-0000-7000-8000-0000000000d2';
const notes =
  '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。代码助手计划引入 Claude Sonnet 4.6。';
const worker = (name: string): ProcessPlan => ({ name, role: 'worker', services: '' });

const buses = ['the log', ...(kafkaLibraries === null ? [] : ['Kafka'])];
const impossible = server === '' || redisBinary === null;

/** Two API processes, workers and a relay on a database of their own. */
describe.skipIf(impossible).each(buses)('several processes with events by %s', (way) => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-processes-'));
  const name = `tokenholic_processes_${process.pid}_${way === 'Kafka' ? 'kafka' : 'log'}`;
  let redis: TestServer;
  let kafka: TestServer | null = null;
  let databaseUrl = '';
  let database: Client;
  const connected: Client[] = [];
  let shared: Record<string, string>;
  let apiOne: RunningProcess;
  let apiTwo: RunningProcess;
  const workers: RunningProcess[] = [];

  beforeAll(async () => {
    const administrator = new Client({ connectionString: server });
    await administrator.connect();
    await administrator.query(`create database ${name}`);
    await administrator.end();
    const url = new URL(server);
    url.pathname = `/${name}`;
    redis = await startRedis();
    if (way === 'Kafka') kafka = await startKafka(await freePort(), join(folder, 'kafka'));
    databaseUrl = url.toString();
    database = await connect();
    shared = {
      TOKENHOLIC_DATA: folder,
      TOKENHOLIC_SAMPLES: 'false',
      TOKENHOLIC_LOG_LEVEL: 'silent',
      ...sharedEnvironment({
        databaseUrl,
        redisUrl: redis.url,
        kafka: kafka?.url ?? null,
        neo4j: null,
        s3: null,
        secretKey: Buffer.alloc(32, 1).toString('base64'),
      }),
    };
    apiOne = await start({ name: 'api-1', role: 'api', services: '' });
    apiTwo = await start({ name: 'api-2', role: 'api', services: '' });
    workers.push(await start(worker('worker-1')));
    workers.push(await start({ name: 'relay', role: 'relay', services: '' }));
    await Promise.all([apiOne, apiTwo, ...workers].map((one) => one.ready()));
  }, 180_000);

  async function connect(): Promise<Client> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    connected.push(client);
    return client;
  }

  async function start(plan: ProcessPlan): Promise<RunningProcess> {
    return startProcess(plan, await freePort(), shared, 'ignore');
  }

  afterAll(async () => {
    await Promise.all([apiOne, apiTwo, ...workers].map((one) => one.end('SIGKILL')));
    await Promise.all(connected.map((client) => client.end()));
    await redis.stop();
    await kafka?.stop();
    const administrator = new Client({ connectionString: server });
    await administrator.connect();
    await administrator.query(`drop database ${name} with (force)`);
    await administrator.end();
    rmSync(folder, { recursive: true, force: true });
  });

  async function send(api: RunningProcess, method: string, path: string, body: unknown): Promise<Response> {
    return fetch(api.address + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  const clientId = (index: number) => `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`;

  async function createClient(api: RunningProcess, index: number, text: string | null): Promise<number> {
    const research =
      text === null
        ? null
        : {
            website: null,
            links: [],
            notes: text,
            materialIds: [],
            language: 'zh',
            publicSources: false,
          };
    const body = { id: clientId(index), name: `客户 ${index}`, website: null, research };
    return (await send(api, 'POST', '/api/clients', body)).status;
  }

  /** Messages a person hears in a client's room on one process. */
  async function listen(api: RunningProcess, room: string, person: string): Promise<RealtimeMessage[]> {
    const heard: RealtimeMessage[] = [];
    const socket = new WebSocket(`${api.address.replace('http', 'ws')}/ws`, {
      headers: { cookie: `tokenholic_demo_user=${person}` },
    });
    socket.on('message', (data) => void heard.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'join', room, after: null }));
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    return heard;
  }

  const types = (heard: readonly RealtimeMessage[]) =>
    heard.map((message) => (message.type === 'event' ? message.event.type : message.type));

  test('what one process commits is heard on a socket of another', async () => {
    expect(await createClient(apiOne, 1, null)).toBe(201);
    const heard = await listen(apiTwo, clientId(1), '01970000-0000-7000-8000-0000000000d1');
    await send(apiOne, 'PATCH', `/api/clients/${clientId(1)}`, { name: '云岫短剧' });
    await expect.poll(() => types(heard), { timeout: 10_000 }).toContain('client.renamed');
  });

  test('who is taken off a client by one process hears no more of it on another', async () => {
    expect(await createClient(apiOne, 2, null)).toBe(201);
    const path = `/api/clients/${clientId(2)}`;
    await send(apiOne, 'PUT', `${path}/team/${seller}`, { assigned: true });
    const heard = await listen(apiTwo, clientId(2), seller);
    expect(types(heard)).toEqual(['joined']);
    await send(apiOne, 'PUT', `${path}/team/${seller}`, { assigned: false });
    await send(apiOne, 'PATCH', path, { name: 'Harbourline' });
    await expect.poll(() => types(heard), { timeout: 10_000 }).toContain('refused');
    expect(types(heard)).not.toContain('client.renamed');
  });

  test('a worker killed in the middle of its work: nothing is lost and nothing is done twice', async () => {
    const many = Array.from({ length: 6 }, (_, index) => index + 10);
    // However fast it works, it gets no further than to its findings.
    const holder = await connect();
    await holder.query('begin; lock table research.findings in share mode');
    const created = await Promise.all(
      many.map((index) => createClient(index % 2 === 0 ? apiOne : apiTwo, index, notes)),
    );
    expect(created).toEqual(many.map(() => 201));
    const waits =
      "select count(*)::int as n from pg_locks where relation = 'research.findings'::regclass and not granted";
    await expect.poll(() => count(waits), { interval: 20 }).toBeGreaterThan(0);
    await workers[0]?.end('SIGKILL');
    await holder.end();
    workers.push(await start(worker('worker-2')));
    await expect
      .poll(() => count("select count(*)::int as n from kit.events where type = 'map.drawn'"), {
        timeout: 90_000,
        interval: 250,
      })
      .toBe(many.length);
    // Every event that is consumed was handled once by each of its consumers, and every run made one map.
    await expect.poll(lagging, { timeout: 30_000, interval: 250 }).toBe(0);
    expect(await count('select count(*)::int as n from battlemap.versions')).toBe(many.length);
    expect(await count("select count(*)::int as n from kit.events where type = 'research.completed'")).toBe(
      many.length,
    );
    expect(await count('select count(*)::int as n from kit.dead_letters')).toBe(0);
  }, 180_000);

  test('a process that is told to stop ends by itself, with its work handed on', async () => {
    expect(await workers.at(-1)?.end('SIGTERM')).toBe(0);
    expect(await apiTwo.end('SIGTERM')).toBe(0);
    expect((await fetch(`${apiOne.address}/api/health/ready`)).status).toBe(200);
  });

  async function count(query: string): Promise<number> {
    const { rows } = await database.query<{ n: number }>(query);
    return rows[0]?.n ?? 0;
  }

  async function lagging(): Promise<number> {
    const answer = await fetch(`${apiOne.address}/api/system/consumers`);
    const { items }: { items: { lag: number; parked: number }[] } = await answer.json();
    return items.reduce((sum, { lag, parked }) => sum + lag + parked, 0);
  }
});
