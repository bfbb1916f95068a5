import {
  copilotMigrations,
  copilotService,
  createAppearance,
  sealedClients,
  sealedTimeline,
} from '@tokenholic/copilot';
import { createHttpServer, type Principal } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';

// The workspace of one person with 10,000 clients and 100,000 events: what a search and a page of the timeline cost over
// HTTP, beside the cheapest thing the same person can ask of the same database in the same run.

const CLIENTS = 10_000;
const EVENTS = 100_000;
const ROUNDS = 40;
const home = '01970000-0000-7000-8000-00000000000a';
const idOf = (index: number) => `01970000-0000-7000-8000-c${index.toString(16).padStart(11, '0')}`;

const kit = await createTestKit([copilotMigrations]);
const ids = Array.from({ length: CLIENTS }, (_, index) => idOf(index));
const [busiest = home] = ids;
const { pool } = kit.database;
// What rows say lies sealed, each organisation's with its own key.
const titles: string[] = [];
const lastLines: string[] = [];
for (let from = 0; from < CLIENTS; from += 500)
  await kit.database.withTenant(ids.slice(from, from + 500), async (tx) => {
    for (const id of tx.organizationIds) {
      const entry = await tx.seal(sealedTimeline, id, { title: { zh: '进行中', en: 'Under way' } });
      const client = await tx.seal(sealedClients, id, { lastZh: '进行中' });
      titles.push(String(entry.title));
      lastLines.push(client.lastZh);
    }
  });
await pool.query(
  `insert into copilot.clients (organization_id, name, search_text, stage_since, heat, mood_at, last_at, health, last_zh, last_en)
   select id, 'Company ' || n, 'company' || n || case when n % 97 = 0 then 'banking' else 'retail' end,
     now(), n % 1009, now(), now() - n * interval '1 minute', n % 100, line, 'Under way'
   from unnest($1::uuid[], $2::text[]) with ordinality as given(id, line, n)`,
  [ids, lastLines],
);
// Half of all events belong to one client, the others are spread: a timeline of 50,000 and many short ones.
await pool.query(
  `insert into copilot.timeline (id, organization_id, kind, type, form, title, occurred_at, actor, weight)
   select gen_random_uuid(), case when n % 2 = 0 then $2::uuid else ($1::uuid[])[1 + n % $3] end,
     (array['research','map','crm','work'])[1 + n % 4], 'research.progressed', 'line',
     to_jsonb(case when n % 2 = 0 then $5 else ($6::text[])[1 + n % $3] end),
     now() - n * interval '1 second', 'system', n % 3
   from generate_series(1, $4::int) n`,
  [ids, busiest, CLIENTS, EVENTS, titles[0], titles],
);
await pool.query('analyze');

const person: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['copilot.use'],
  },
  homeOrganizationId: home,
  organizationIds: [home, ...ids],
};
const app = await createHttpServer({ kit, version: 'bench', authenticate: async () => person });
const noOne = {
  readersOf: async () => [],
  postMail: null,
  address: 'http://localhost',
  samplesArriving: () => [],
  allowedPrivateHosts: [],
};
const service = copilotService(createLlm({ connections: () => [] }), noOne, createAppearance(kit));
await app.register(service(kit).routes);

async function ask(url: string): Promise<string | null> {
  const response = await app.inject({ url });
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.body}`);
  return response.json<{ nextCursor?: string | null }>().nextCursor ?? null;
}

interface Measured {
  middle: number;
  p95: number;
  /** Processor time of one call in ms, the embedded database in it: what neighbours on the machine do not change much. */
  work: number;
}

async function measure(work: (round: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  let used = process.cpuUsage();
  for (let round = 0; round < ROUNDS + 5; round += 1) {
    if (round === 5) used = process.cpuUsage();
    const started = performance.now();
    await work(round);
    if (round >= 5) times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(used);
  times.sort((a, b) => a - b);
  return {
    ...{ middle: times[ROUNDS / 2] ?? Number.NaN, p95: times[Math.floor(ROUNDS * 0.95)] ?? Number.NaN },
    work: (user + system) / 1_000 / ROUNDS,
  };
}

const timelinePath = `/api/clients/${busiest}/copilot/timeline?limit=50`;
let deep: string | null = null;
for (let page = 0; page < 60; page += 1)
  deep = await ask(`${timelinePath}${deep === null ? '' : `&cursor=${deep}`}`);

const bare = (organizationIds: readonly string[]) =>
  measure(() => kit.database.withTenant(organizationIds, (tx) => tx.db.execute('select 1')));
const forAll = await bare(person.organizationIds);
const forOne = await bare([busiest]);
const lines = [
  ['list, first page', await measure(() => ask('/api/copilot/clients')), forAll],
  [
    'list, search',
    await measure((round) => ask(`/api/copilot/clients?search=${97 * (1 + (round % 90))}`)),
    forAll,
  ],
  ['list, search of nothing', await measure(() => ask('/api/copilot/clients?search=nobody')), forAll],
  ['counts by stage', await measure(() => ask('/api/copilot/counts')), forAll],
  ['top tasks', await measure(() => ask('/api/copilot/tasks')), forAll],
  ['summary', await measure(() => ask('/api/copilot/summary?language=en')), forAll],
  ['timeline, first page', await measure(() => ask(timelinePath)), forOne],
  ['timeline, page 61', await measure(() => ask(`${timelinePath}&cursor=${deep}`)), forOne],
  ['timeline, one kind', await measure(() => ask(`${timelinePath}&kind=map`)), forOne],
] as const;
process.stdout.write(
  `copilot: ${CLIENTS} clients, ${EVENTS} events; a bare transaction over all clients ${forAll.middle.toFixed(1)} ms, over one ${forOne.middle.toFixed(1)} ms\n`,
);
for (const [name, { middle, p95, work }, baseline] of lines)
  process.stdout.write(
    `  ${name}: p50 ${middle.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, processor ${work.toFixed(1)} ms, ${(middle / baseline.middle).toFixed(1)} times the bare transaction\n`,
  );
await app.close();
await kit.close();
