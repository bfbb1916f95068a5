import type { Kit } from '../service/kit.ts';
import { LOG_START } from './log.ts';

export interface ConsumerAndTypes {
  name: string;
  types: readonly string[];
}

export interface ConsumerState {
  consumer: string;
  lag: number;
  parked: number;
  deadLetters: number;
}

/** How far a consumer is: what it has before it, what waits for another try, what failed for good. */
export async function consumerState(kit: Kit, consumer: ConsumerAndTypes): Promise<ConsumerState> {
  const { rows } = await kit.database.withSystem(({ client }) =>
    client.query<{ lag: number; parked: number; dead: number }>(
      `with cursor as (
         select coalesce((select xid from kit.consumers where name = $1), $3::xid8) as xid,
                coalesce((select seq from kit.consumers where name = $1), $4::bigint) as seq
       )
       select coalesce(
                (select bus_lag::int from kit.consumers where name = $1),
                (select count(*)::int from kit.events e, cursor c where (e.xid, e.seq) > (c.xid, c.seq) and e.type = any ($2))
              ) as lag,
              (select count(*)::int from kit.parked_events where consumer = $1) as parked,
              (select count(*)::int from kit.dead_letters where consumer = $1) as dead`,
      [consumer.name, consumer.types, LOG_START.xid, LOG_START.seq],
    ),
  );
  const state = rows[0] ?? { lag: 0, parked: 0, dead: 0 };
  return { consumer: consumer.name, lag: state.lag, parked: state.parked, deadLetters: state.dead };
}
