import multipart from '@fastify/multipart';
import type { DealImport, ImportReport, Pipeline } from '@tokenholic/contracts';
import { createHttpServer, type HttpServer, type Principal, type Service } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { importDeals } from './jobs/import-deals.ts';
import {
  type DealApprovals,
  dealsMigrations,
  dealsService,
  everybodyAgreed,
  withoutApprovals,
} from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const hidden = '01970000-0000-7000-8000-00000000c002';
const person = (id: string): Principal => ({
  user: {
    id,
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['deal.read', 'deal.write'],
  },
  homeOrganizationId: home,
  organizationIds: [home, yunxiu],
});
const lin = '01970000-0000-7000-8000-0000000000d1';
const zhou = '01970000-0000-7000-8000-0000000000d2';

const noModel = createLlm({ connections: () => [] });

let kit: TestKit;
let app: HttpServer;
let service: Service;
/** What was asked for deals, and what was taken back of it. */
const asked: string[] = [];
const takenBack: string[] = [];
let whileAsking = async (): Promise<void> => {};
const approvals: DealApprovals = {
  ...withoutApprovals,
  askAtOnce: async (_asker, { dealId }) => {
    await whileAsking();
    asked.push(dealId);
  },
  withdraw: async (_asker, dealIds) => void takenBack.push(...dealIds),
};

beforeAll(async () => {
  kit = await createTestKit([dealsMigrations]);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => person(String(headers['x-as'] ?? lin)),
  });
  await app.register(multipart);
  service = dealsService(noModel, approvals, everybodyAgreed)(kit);
  await app.register(service.routes);
  for (const [id, name] of [
    [yunxiu, '云岫短剧'],
    [hidden, 'Harbourline'],
  ] as const)
    await kit.database.pool.query('insert into deals.accounts values ($1, $2)', [id, name]);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function upload(text: string | Uint8Array) {
  const form = new FormData();
  form.append('file', new Blob([typeof text === 'string' ? text : Buffer.from(text)]), 'deals.csv');
  const body = new Response(form);
  const response = await app.inject({
    method: 'POST',
    url: '/api/deals/imports',
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json<DealImport & { code: string }>() };
}

async function call<T>(method: 'GET' | 'POST', path: string, body?: object, as = lin) {
  const response = await app.inject({
    ...{ method, url: `/api/deals/${path}`, headers: { 'x-as': as } },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, text: response.body, body: safely<T>(response.body) };
}

function safely<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch {
    return {} as T; // a file, not an answer in JSON
  }
}

const run = (importId: string, signal = new AbortController().signal) =>
  importDeals(kit, { importId }, { organizationId: home, signal });
const deals = async () =>
  (await call<Pipeline>('GET', 'pipeline')).body.columns.reduce((sum, column) => sum + column.deals, 0);

const FILE = `客户,商机名称,金额,阶段,预计成交日,联系人,决策角色
云岫短剧,分镜迁移,280万,方案报价,2027-01-15,许岚,拍板人
云岫短剧,旧案,30万,丢单,2026-03-01,,
Harbourline,不归我管,1,,,,
云岫短剧,看不懂,很多,,,,`;

test('a file is read, tried without a trace, imported with its people, and its bad lines come back with reasons', async () => {
  const { status, body } = await upload(FILE);
  expect([status, body.mapping.columns.slice(0, 3)]).toEqual([201, ['client', 'title', 'amount']]);
  const { body: report } = await call<ImportReport>('POST', `imports/${body.id}/check`, body.mapping);
  expect(report).toMatchObject({ ready: 2, wrong: 2, duplicates: 0, amountCny: 3_100_000 });
  expect(report.problems.map(({ line }) => line)).toEqual([4, 5]);
  expect(await deals()).toBe(0);
  await call('POST', `imports/${body.id}/run`);
  await run(body.id);
  expect(await deals()).toBe(2);
  // One of them stands at a stage that binds us: whoever decides on it is asked. What is over is not.
  const { rows: wanted } = await kit.database.pool.query<{ data: { dealIds: string[]; why: string } }>(
    "select data from kit.job_requests where queue = 'deals.ask_approval'",
  );
  expect(wanted.map(({ data }) => [data.why, data.dealIds.length])).toEqual([['imported', 1]]);
  const { body: done } = await call<DealImport>('GET', `imports/${body.id}`);
  expect(done).toMatchObject({ status: 'done', created: 2, wrong: 2, position: 4 });
  const errors = await call('GET', `imports/${body.id}/errors`);
  expect(errors.text).toContain('没有名为「Harbourline」的客户');
  expect(errors.text).toContain('看不懂金额「很多」');
  const again = await upload(FILE);
  const second = await call<ImportReport>('POST', `imports/${again.body.id}/check`, again.body.mapping);
  expect(second.body).toMatchObject({ ready: 0, duplicates: 2 });
});

test('an import that was interrupted goes on where it stood, and nothing comes twice', async () => {
  const before = await deals();
  const lines = Array.from({ length: 1_000 }, (_, at) => `云岫短剧,批量 ${at},1万`).join('\n');
  const { body } = await upload(`客户,商机名称,金额\n${lines}`);
  await call('POST', `imports/${body.id}/check`, body.mapping);
  await call('POST', `imports/${body.id}/run`);
  let looks = 0;
  const dying = {
    get aborted() {
      looks += 1;
      return looks > 1;
    },
  } as AbortSignal;
  await expect(run(body.id, dying)).rejects.toThrow('stopped between two batches');
  const halfway = await call<DealImport>('GET', `imports/${body.id}`);
  expect(halfway.body).toMatchObject({ status: 'running', position: 400 });
  await run(body.id);
  expect(await deals()).toBe(before + 1_000);
});

test('an import is taken back, but what somebody has worked on is kept', async () => {
  const before = await deals();
  const { body } = await upload('客户,商机名称,联系人\n云岫短剧,留下,甲\n云岫短剧,撤掉,乙');
  await call('POST', `imports/${body.id}/check`, body.mapping);
  await call('POST', `imports/${body.id}/run`);
  await run(body.id);
  const { body: found } = await call<{ items: { id: string }[] }>(
    'GET',
    `?search=${encodeURIComponent('留下')}`,
  );
  await call('POST', `${found.items[0]?.id}/tasks`, { id: yunxiu, title: '回访', dueOn: '2027-01-01' });
  const undone = await call<DealImport>('POST', `imports/${body.id}/undo`);
  expect(undone.body).toMatchObject({ status: 'undone', kept: 1 });
  expect(await deals()).toBe(before + 1);
  expect((await call<{ code: string }>('POST', `imports/${body.id}/run`)).body.code).toBe(
    'deals.already_started',
  );
});

/** Works on what was requested of a queue since the last time. */
async function work(queue: string): Promise<void> {
  const { rows } = await kit.database.pool.query<{ data: Record<string, unknown> }>(
    'delete from kit.job_requests where queue = $1 returning data',
    [queue],
  );
  const context = { organizationId: yunxiu, signal: AbortSignal.timeout(5_000), retries: 0 };
  for (const { data } of rows) await service.jobs[queue]?.(data, context);
}

test('what was asked for deals goes with the import that is undone, also what was being asked in that moment', async () => {
  // What the tests before left in the queues.
  for (const queue of ['deals.ask_approval', 'deals.withdraw_approval']) await work(queue);
  takenBack.length = 0;
  const imported = async (title: string) => {
    const { body } = await upload(`客户,商机名称,阶段\n云岫短剧,${title},方案报价`);
    await call('POST', `imports/${body.id}/check`, body.mapping);
    await call('POST', `imports/${body.id}/run`);
    await run(body.id);
    return body.id;
  };
  const early = await imported('先问后撤');
  await work('deals.ask_approval');
  const [first] = asked.splice(0).slice(-1);
  await call('POST', `imports/${early}/undo`);
  await work('deals.withdraw_approval');
  expect(takenBack.splice(0)).toEqual([first]);
  const late = await imported('边问边撤');
  whileAsking = async () => {
    await call('POST', `imports/${late}/undo`);
    await work('deals.withdraw_approval');
  };
  await work('deals.ask_approval');
  whileAsking = async () => {};
  expect(asked).toHaveLength(1);
  expect(takenBack).toEqual([...asked, ...asked]);
});

test('a bad file is refused with what to do, and leaves nothing behind', async () => {
  const before = await call<{ items: DealImport[] }>('GET', 'imports');
  const wide = Array.from({ length: 200 }, (_, at) => `列${at}`).join();
  const codes = [
    await upload(`${wide}\n1`),
    await upload('客户,客户\nA,B'),
    await upload(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])),
    await upload(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00])),
    await upload(new Uint8Array(21_000_000).fill(65)),
  ];
  expect(codes.map(({ body }) => body.code)).toEqual([
    ...['deals.too_many_columns', 'deals.duplicate_headings', 'deals.file_old_excel'],
    ...['deals.file_unreadable', 'deals.file_too_large'],
  ]);
  const after = await call<{ items: DealImport[] }>('GET', 'imports');
  expect(after.body.items.length).toBe(before.body.items.length);
});

test('nobody sees or runs the import of a colleague, nor imports for a client of others', async () => {
  const { body } = await upload('商机名称\n甲');
  const tries = await Promise.all([
    call('GET', `imports/${body.id}`, undefined, zhou),
    call('POST', `imports/${body.id}/run`, undefined, zhou),
    call('GET', `imports/${body.id}/errors`, undefined, zhou),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
  const foreign = { ...body.mapping, clientId: hidden };
  expect((await call<{ code: string }>('POST', `imports/${body.id}/check`, foreign)).body.code).toBe(
    'deals.no_client_column',
  );
});

test('the first sheet of a workbook reads like a table, dates and numbers too', async () => {
  const cell = (value: string) => ({ type: String, value });
  const sheet = {
    sheet: '商机',
    data: [
      ['客户', '商机名称', '金额', '预计成交日'].map(cell),
      [
        ...[cell('云岫短剧'), cell('表格里的商机'), { type: Number, value: 350_000 }],
        { type: Date, value: new Date('2027-03-04T00:00:00Z'), format: 'yyyy-mm-dd' },
      ],
    ],
  };
  const { status, body } = await upload(new Uint8Array(await writeSheets([sheet]).toBuffer()));
  expect([status, body.encoding, body.sample]).toEqual([
    ...[201, 'xlsx', [['云岫短剧', '表格里的商机', '350000', '2027-03-04']]],
  ]);
});
