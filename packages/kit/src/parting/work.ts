import { ofGroup, type Way } from './carry.ts';

// What consumers and queues still have before them, of one moment in which the organisations write nothing. Consumers go on
// in the new log behind the last event at or before their cursor: what stood there was handled, waits for another try, or
// was given up, and the two latter go along. Of what stands behind it the inbox, which is copied, knows what was handled
// since the cursor was kept. Beginning at the start of the log would ask the inbox about every event there ever was, and try
// again what was given up.

const SENT = ['cursors', 'parked', 'dead', 'requests'] as const;
type Sent = (typeof SENT)[number];

/** Everything as one reads it: in one snapshot nothing is on its way from one place to another. */
const QUERIES = (group: string): Record<Sent, string> => ({
  cursors: `select c.name, (select e.id from kit.events e where ${ofGroup(group)} and (e.xid, e.seq) <= (c.xid, c.seq)
       order by e.xid desc, e.seq desc limit 1) as event_id
     from kit.consumers c where c.bus_lag is null`,
  parked: `select p.consumer, p.organization_id, e.id as event_id, p.attempts, p.next_at, p.error
     from kit.parked_events p join kit.events e using (seq) where p.${ofGroup(group)}`,
  dead: `select d.id, d.consumer, d.organization_id, e.id as event_id, d.attempts, d.error, d.failed_at
     from kit.dead_letters d join kit.events e using (seq) where d.${ofGroup(group)}`,
  requests: `select id, organization_id, queue, data, requested_at from kit.job_requests where ${ofGroup(group)}`,
});

/** Jobs that were handed over and have not ended; their requests have their ids. */
const JOBS = (group: string) =>
  `select id, (data->>'organizationId')::uuid as organization_id, name as queue, data, created_on as requested_at
   from pgboss.job where state in ('created', 'retry', 'active') and data->>'organizationId' = any ('${group}'::text[])`;

const INSERTS: Record<Sent, string> = {
  cursors: `insert into kit.consumers (name, xid, seq) select r.name, e.xid, e.seq
    from jsonb_to_recordset($1) as r (name text, event_id uuid) join kit.events e on e.id = r.event_id`,
  parked: `insert into kit.parked_events (consumer, organization_id, xid, seq, attempts, next_at, error)
    select r.consumer, r.organization_id, e.xid, e.seq, r.attempts, r.next_at, r.error
    from jsonb_to_recordset($1) as r (consumer text, organization_id uuid, event_id uuid, attempts int, next_at timestamptz, error text)
    join kit.events e on e.id = r.event_id`,
  dead: `insert into kit.dead_letters (id, consumer, organization_id, seq, attempts, error, failed_at)
    select r.id, r.consumer, r.organization_id, e.seq, r.attempts, r.error, r.failed_at
    from jsonb_to_recordset($1) as r (id uuid, consumer text, organization_id uuid, event_id uuid, attempts int, error text, failed_at timestamptz)
    join kit.events e on e.id = r.event_id`,
  requests: `insert into kit.job_requests (id, organization_id, queue, data, requested_at)
    select * from jsonb_to_recordset($1) as r (id uuid, organization_id uuid, queue text, data jsonb, requested_at timestamptz)
    on conflict do nothing`,
};

/** Brings it over, after the events; the answer is how many jobs go on there. */
export async function sendWork({ source, target, group }: Way): Promise<number> {
  await source.query('begin isolation level repeatable read read only');
  const jobs = (await hasQueue(source)) ? [JOBS(group)] : [];
  const queries = QUERIES(group);
  await target.query('begin');
  for (const kind of SENT)
    for (const query of kind === 'requests' ? [queries.requests, ...jobs] : [queries[kind]]) {
      const { rows } = await source.query<{ all: string | null }>(
        `select jsonb_agg(to_jsonb(q))::text as all from (${query}) q`,
      );
      if (rows[0]?.all != null) await target.query(INSERTS[kind], [rows[0].all]);
    }
  await target.query('commit');
  await source.query('commit');
  const { rows } = await target.query<{ count: number }>(
    'select count(*)::int as count from kit.job_requests',
  );
  return rows[0]?.count ?? 0;
}

/** Within the last transaction. */
export async function removeWork({ source, group }: Way): Promise<void> {
  for (const table of ['kit.parked_events', 'kit.dead_letters', 'kit.job_requests'])
    await source.query(`delete from ${table} where ${ofGroup(group)}`);
  if (await hasQueue(source))
    await source.query(`delete from pgboss.job where data->>'organizationId' = any ('${group}'::text[])`);
}

async function hasQueue(source: Way['source']): Promise<boolean> {
  const { rows } = await source.query<{ there: boolean }>(
    "select to_regclass('pgboss.job') is not null as there",
  );
  return rows[0]?.there === true;
}
