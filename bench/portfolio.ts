import { createHttpServer, type Principal } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import { portfolioMigrations, portfolioService } from '@tokenholic/portfolio';

// A manager's portfolio of 2,000 clients over HTTP, beside the bare select of the same rows in the same run.

const CLIENTS = 2_000;
const ROUNDS = 30;
const home = '01970000-0000-7000-8000-00000000000a';
const ids = Array.from(
  { length: CLIENTS },
  (_, index) => `01970000-0000-7000-8000-c${index.toString(16).padStart(11, '0')}`,
);
const lin = '01970000-0000-7000-8000-0000000000d1';
const ports = { names: async () => new Map([[lin, { zh: '林佩', en: 'Lin Pei' }]]) };
const kit = await createTestKit([portfolioMigrations]);
const groups = ['alibaba', 'volcengine', 'tencent', 'foreign', 'self-hosted'];
const map = (index: number) => ({
  ...{ version: 3, basis: 'evidence', tokensPerYear: index * 1e9, valuePerYear: index * 1e4 },
  ...{ ourShare: 0.2, competitorShare: 0.6, selfHostedShare: 0.2, unknownShare: 0, unpricedShare: 0.1 },
  winnableTopThree: index * 1e3,
  shares: groups.map((group) => ({ group, tokens: index * 2e8, share: 0.2 })),
});
await kit.database.pool.query(
  `insert into portfolio.clients (organization_id, name, stage, industry_id, agents, map, changed_at)
   select id, 'Company ' || n, (array['sales','onboarding','support','success'])[1 + n % 4], 'banking',
     '[{"id":"01970000-0000-7000-8000-0000000000d1","name":{"zh":"","en":""}}]', line, now()
   from unnest($1::uuid[], $2::jsonb[]) with ordinality as given(id, line, n)`,
  [ids, ids.map((_, index) => JSON.stringify(map(index + 1)))],
);
await kit.database.pool.query(
  `insert into portfolio.days (organization_id, day, figures)
   select id, current_date - days, '{"tokensPerYear":1,"valuePerYear":1,"ourShare":0.1,"winnableTopThree":1}'
   from unnest($1::uuid[]) id, generate_series(1, 30) days`,
  [ids],
);
await kit.database.pool.query('analyze');
const person: Principal = {
  user: {
    id: home,
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['client.read'],
  },
  homeOrganizationId: home,
  organizationIds: [home, ...ids],
};
const app = await createHttpServer({ kit, version: 'bench', authenticate: async () => person });
await app.register(portfolioService(ports)(kit).routes);

/** Times on the clock, and the processor's: other work on the machine counts in the first alone. */
async function measure(
  work: () => Promise<unknown>,
): Promise<{ middle: number; p95: number; processor: number }> {
  const times: number[] = [];
  const processors: number[] = [];
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await work();
    if (round < 3) continue;
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(used);
    processors.push((user + system) / 1_000);
  }
  times.sort((a, b) => a - b);
  processors.sort((a, b) => a - b);
  return {
    middle: times[ROUNDS / 2] ?? 0,
    p95: times[Math.floor(ROUNDS * 0.95)] ?? 0,
    processor: processors[ROUNDS / 2] ?? 0,
  };
}

let bytes = 0;
const served = await measure(async () => {
  const answer = await app.inject({ url: '/api/portfolio' });
  if (answer.json().items.length !== CLIENTS) throw new Error('not every client was served');
  bytes = answer.body.length;
});
const bare = await measure(() => kit.database.pool.query('select * from portfolio.clients'));
process.stdout.write(
  `portfolio of ${CLIENTS} clients: median ${served.middle.toFixed(0)} ms, p95 ${served.p95.toFixed(0)} ms, processor ${served.processor.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB; bare select ${bare.middle.toFixed(0)} ms, processor ${bare.processor.toFixed(0)} ms; ratio of processor ${(served.processor / bare.processor).toFixed(1)}\n`,
);
await app.close();
await kit.close();
