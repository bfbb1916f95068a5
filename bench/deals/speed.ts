import { dealsMigrations, dealsService, everybodyAgreed, withoutApprovals } from '@tokenholic/deals';
import { createHttpServer, type Principal, sweepOrganization } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { measure, report } from './timing.ts';

// 10,000 deals of 200 clients with 200,000 activities: what the pages cost over HTTP, beside the cheapest thing the same
// person can ask of the same database in the same run.

const CLIENTS = 200;
const DEALS = 10_000;
const ACTIVITIES = 200_000;
const home = '01970000-0000-7000-8000-00000000000a';
const ids = Array.from(
  { length: CLIENTS },
  (_, index) => `01970000-0000-7000-8000-c${index.toString(16).padStart(11, '0')}`,
);

const noModel = createLlm({ connections: () => [] });
const kit = await createTestKit([dealsMigrations]);
const { pool } = kit.database;
const name = '{"zh":"林佩","en":"Lin Pei"}';
await pool.query(
  `insert into deals.accounts select id, 'Company ' || n from unnest($1::uuid[]) with ordinality as given(id, n)`,
  [ids],
);
await pool.query(
  `insert into deals.deals (id, organization_id, title, stage, stage_since, amount_minor, currency, amount_cny, close_date,
     source, products, competitors, owner_id, owner_name, contacts, roles, activities, inbound, pushes, last_activity_at,
     next_step_on, created_at, closed_at, outcome, search_text, reply_hours)
   select gen_random_uuid(), ($1::uuid[])[1 + n % $2], 'Deal ' || n, stage, now() - interval '9 days',
     n * 1000, 'CNY', n * 10, (now() + ((n % 200) - 60) * interval '1 day')::date, 'Token map', array['Model Studio'],
     case when n % 3 = 0 then array['Azure'] else '{}' end, $3::uuid, $4::jsonb, n % 5,
     case when n % 2 = 0 then array['economic_buyer'] else '{}' end, 20, n % 20, n % 3,
     now() - (n % 60) * interval '1 day', case when n % 4 = 0 then null else current_date + 3 end,
     now() - (30 + n % 300) * interval '1 day',
     case when stage in ('won', 'lost') then now() - (n % 365) * interval '1 day' end,
     case when stage in ('won', 'lost') then '{"reason":"price","text":"","buyerReason":null,"buyerText":""}'::jsonb end,
     'deal' || n || 'company' || n % $2, n % 90
   from (select n, (array['lead','discovery','evaluation','proposal','negotiation',
     case when (n % 2) + ((n * 7919) % 3) > 1 then 'won' else 'lost' end, 'lost','won'])[1 + (n / 3) % 8] as stage
     from generate_series(1, $5::int) n) made`,
  [ids, CLIENTS, '01970000-0000-7000-8000-0000000000d1', name, DEALS],
);
await pool.query(
  `insert into deals.marks (deal_id, organization_id, stage, at, features)
   select d.id, d.organization_id, s, d.created_at, jsonb_build_object('stage:' || s, 1, 'log_amount',
     log(d.amount_cny + 1000), 'contacts', log(d.contacts + 1), 'pushes', d.pushes, 'competitor', cardinality(d.competitors),
     'role:economic_buyer', case when 'economic_buyer' = any (d.roles) then 1 else 0 end, 'activity', d.inbound / 5.0)
   from deals.deals d, unnest(array['lead','discovery','proposal']) s`,
);
await pool.query(
  `insert into deals.activities (id, organization_id, deal_id, kind, direction, occurred_at, subject, text, contact_ids, by_name, created_at)
   select gen_random_uuid(), d.organization_id, d.id, 'call', case when k % 2 = 0 then 'in' else 'out' end,
     now() - k * interval '3 days', 'Call ' || k, 'They want it cheaper by 20% and before June.', '{}', $1::jsonb, now()
   from deals.deals d, generate_series(1, $2::int) k`,
  [name, ACTIVITIES / DEALS],
);
await pool.query(
  `insert into deals.changes (id, organization_id, deal_id, kind, before, after, by_name, at)
   select gen_random_uuid(), d.organization_id, d.id, case when k = 1 then 'created' else 'stage' end, null,
     case when k = 4 and d.closed_at is not null then d.stage else (array['lead','discovery','evaluation','proposal'])[k] end,
     $1::jsonb, d.created_at + k * interval '6 days'
   from deals.deals d, generate_series(1, 4) k`,
  [name],
);
const service = dealsService(noModel, withoutApprovals, everybodyAgreed)(kit);
// As the background of an installation does it: rows from before are sealed, those of the pages that are measured here.
const tables = (service.sealed ?? []).filter(({ name: table }) =>
  ['deals.deals', 'deals.changes'].includes(table),
);
await kit.vault.ready();
for (const id of ids) await sweepOrganization({ database: kit.database, vault: kit.vault, tables }, id);
await pool.query('analyze');

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
const app = await createHttpServer({ kit, version: 'bench', authenticate: async () => person });
await app.register(service.routes);

async function ask(url: string): Promise<string> {
  const response = await app.inject({ url });
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.body}`);
  return response.body;
}

const cheapest = await measure(() => ask('/api/deals/accounts'));
report('the list of clients', cheapest, cheapest);
report('pipeline', await measure(() => ask('/api/deals/pipeline')), cheapest, 300);
report('pipeline, searched', await measure((n) => ask(`/api/deals/pipeline?search=deal${n}`)), cheapest, 300);
report('pipeline, stalled', await measure(() => ask('/api/deals/pipeline?attention=stalled')), cheapest, 300);
const { items, nextCursor }: { items: { id: string }[]; nextCursor: string } = JSON.parse(
  await ask('/api/deals?order=amount'),
);
report(
  'table, second page',
  await measure(() => ask(`/api/deals?order=amount&cursor=${nextCursor}`)),
  cheapest,
);
const dealId = items.at(-1)?.id ?? '';
report('timeline', await measure(() => ask(`/api/deals/${dealId}/moments`)), cheapest);
const started = performance.now();
await ask(`/api/deals/${dealId}/coach`);
process.stdout.write(
  `coach, learning from 3,000 closed deals: ${Math.round(performance.now() - started)} ms once\n`,
);
report('coach', await measure(() => ask(`/api/deals/${dealId}/coach`)), cheapest, 500);
report('win-loss', await measure(() => ask('/api/deals/analysis')), cheapest, 2_000);
report('forecast', await measure(() => ask('/api/deals/forecast')), cheapest, 1_000);
await app.close();
await kit.close();
