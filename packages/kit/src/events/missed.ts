import type { PoolClient } from 'pg';
import type { ConsumerAndTypes } from './consumer-state.ts';
import { LOG_START } from './log.ts';

/** Events put back into line at one time: what a retrier works off in some seconds. */
export const MOST_PUT_BACK = 5_000;

export interface MissedQuery {
  consumer: ConsumerAndTypes;
  organizationIds: readonly string[];
  since: Date;
  now: Date;
}

/**
 * Events since a moment that a consumer should have handled and did not: behind its cursor, not in its inbox, neither
 * waiting for another try nor given up. Through Kafka there is no cursor: what is younger than a minute may still be on its way.
 */
const MISSED = `from kit.events e
  left join kit.consumers c on c.name = $1
  where e.organization_id = any ($2) and e.type = any ($3) and e.occurred_at >= $4
    and case when c.bus_lag is null
          then (e.xid, e.seq) <= (coalesce(c.xid, $5::xid8), coalesce(c.seq, $6::bigint))
          else e.occurred_at < $7::timestamptz - interval '1 minute' end
    and not exists (select 1 from kit.inbox i where i.consumer = $1 and i.event_id = e.id)
    and not exists (select 1 from kit.parked_events p where p.consumer = $1 and p.seq = e.seq)
    and not exists (select 1 from kit.dead_letters d where d.consumer = $1 and d.seq = e.seq)`;

const values = ({ consumer, organizationIds, since, now }: MissedQuery) => [
  consumer.name,
  organizationIds,
  consumer.types,
  since,
  LOG_START.xid,
  LOG_START.seq,
  now,
];

export async function countMissed(client: PoolClient, query: MissedQuery): Promise<number> {
  const { rows } = await client.query<{ missed: number }>(
    `select count(*)::int as missed ${MISSED}`,
    values(query),
  );
  return rows[0]?.missed ?? 0;
}

/**
 * Puts what was missed back into the line of its organisation, oldest first; what was handled stays handled. Returns how
 * many there were. Those after the limit wait for the next call.
 */
export async function putBackMissed(client: PoolClient, query: MissedQuery): Promise<number> {
  const { rowCount } = await client.query(
    `insert into kit.parked_events (consumer, organization_id, xid, seq, attempts, next_at)
     select $1, e.organization_id, e.xid, e.seq, 0, $7 ${MISSED}
     order by e.xid, e.seq limit ${MOST_PUT_BACK} on conflict do nothing`,
    values(query),
  );
  return rowCount ?? 0;
}
