import multipart from '@fastify/multipart';
import { dealsMigrations, dealsService, everybodyAgreed, withoutApprovals } from '@tokenholic/deals';
import { createHttpServer, type Principal } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';

// A table of 10,000 deals for 50 clients with a contact each: read, tried and imported, beside inserting as many bare rows into the same
// database in the same run.

const LINES = 10_000;
const CLIENTS = 50;
const BAR_SECONDS = 20;
const home = '01970000-0000-7000-8000-00000000000a';
const ids = Array.from(
  { length: CLIENTS },
  (_, index) => `01970000-0000-7000-8000-c${index.toString(16).padStart(11, '0')}`,
);
const noModel = createLlm({ connections: () => [] });
const kit = await createTestKit([dealsMigrations]);
await kit.database.pool.query(
  `insert into deals.accounts select id, 'Company ' || n from unnest($1::uuid[]) with ordinality as given(id, n)`,
  [ids],
);
const person: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['deal.read', 'deal.write'],
  },
  homeOrganizationId: home,
  organizationIds: [home, ...ids],
};
const service = dealsService(noModel, withoutApprovals, everybodyAgreed)(kit);
const app = await createHttpServer({ kit, version: 'bench', authenticate: async () => person });
await app.register(multipart);
await app.register(service.routes);

const stages = ['Prospecting', 'Discovery', 'Proposal', 'Won', 'Lost'];
const lines = Array.from({ length: LINES }, (_, at) =>
  [
    `Company ${1 + (at % CLIENTS)}`,
    `Deal ${at}`,
    `${at + 1}k`,
    stages[at % 5],
    '2026-12-31',
    `Person ${at}`,
  ].join(),
);
const form = new FormData();
form.append(
  'file',
  new Blob([`client,title,amount,stage,close date,contact\n${lines.join('\n')}`]),
  'deals.csv',
);
const body = new Response(form);

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const started = performance.now();
  const value = await work();
  const seconds = (performance.now() - started) / 1_000;
  process.stdout.write(`${what}: ${seconds.toFixed(2)} s\n`);
  return { seconds, value };
}

const bare = await timed('bare rows', async () => {
  await kit.database.pool.query('create table public.bare (id int, title text, amount int)');
  for (let from = 0; from < LINES; from += 400)
    await kit.database.pool.query(
      `insert into public.bare select n, 'Deal ' || n, n from generate_series($1::int, $2::int) n`,
      [from, from + 399],
    );
});
const payload = Buffer.from(await body.arrayBuffer());
const read = await timed('read', async () => {
  const response = await app.inject({
    ...{ method: 'POST', url: '/api/deals/imports', payload },
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
  });
  return response.json<{ id: string; mapping: object }>();
});
const { id, mapping } = read.value;
const tried = await timed('tried', async () =>
  (await app.inject({ method: 'POST', url: `/api/deals/imports/${id}/check`, payload: mapping })).json(),
);
await app.inject({ method: 'POST', url: `/api/deals/imports/${id}/run` });
const imported = await timed('imported', async () =>
  service.jobs['deals.import']?.(
    { importId: id },
    { organizationId: home, signal: new AbortController().signal, retries: 0 },
  ),
);
const all = read.seconds + tried.seconds + imported.seconds;
const done = (await app.inject({ url: `/api/deals/imports/${id}` })).json<{
  created: number;
  wrong: number;
}>();
process.stdout.write(
  `${done.created} deals, ${done.wrong} lines wrong; together ${all.toFixed(1)} s, ${(all / bare.seconds).toFixed(0)} times the bare rows, bar ${BAR_SECONDS} s: ${all <= BAR_SECONDS ? 'held' : 'MISSED'}\n`,
);
await app.close();
await kit.close();
