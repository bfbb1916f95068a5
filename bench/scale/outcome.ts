import type { Pool } from 'pg';

/** Every kind of event that a consumer has ever handled, it must have handled each time. */
const UNHANDLED = `select count(*)::int as n from kit.events e
  join (select distinct i.consumer, e.type from kit.inbox i join kit.events e on e.id = i.event_id) c on c.type = e.type
  where not exists (select 1 from kit.inbox i where i.consumer = c.consumer and i.event_id = e.id)`;
const OPEN_WORK =
  "select ((select count(*) from kit.parked_events) + (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%') + (select count(*) from kit.job_requests))::int as n";
const LONGEST_MILLISECONDS = 180_000;

/** Seconds until the consumers and jobs have nothing before them; no load may run meanwhile. Gives up when nothing gets less. */
export async function untilCaughtUp(pool: Pool): Promise<number> {
  const started = performance.now();
  let [least, lessAt] = [Number.POSITIVE_INFINITY, started];
  for (;;) {
    const open = await openWork(pool).catch(() => Number.NaN);
    if (open === 0) return (performance.now() - started) / 1_000;
    if (open < least) [least, lessAt] = [open, performance.now()];
    if (performance.now() - lessAt > LONGEST_MILLISECONDS)
      throw new Error(`Three minutes without any of it being done: ${open}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What became of the clients whose last name was acknowledged, and of the events. */
export async function readOutcome(pool: Pool, acknowledged: ReadonlyMap<string, string>) {
  const { rows } = await pool.query<{ id: string; name: string }>(
    "select organization_id as id, name from identity.organizations where kind <> 'vendor'",
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    lost: [...acknowledged].filter(([id, name]) => names.get(id) !== name).length,
    unhandled: await count(pool, UNHANDLED),
    maps: await count(pool, 'select count(*)::int as n from battlemap.versions'),
    runs: await count(pool, "select count(*)::int as n from kit.events where type = 'research.completed'"),
    dead: await count(pool, 'select count(*)::int as n from kit.dead_letters'),
  };
}

/** Events and jobs that are still to be handled. */
export async function openWork(pool: Pool): Promise<number> {
  return (await count(pool, OPEN_WORK)) + (await count(pool, UNHANDLED));
}

async function count(pool: Pool, query: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(query);
  if (rows[0] === undefined) throw new Error('A count without a row');
  return rows[0].n;
}
