import type { ConsumerContext } from './consumer.ts';
import { type LogPosition, logEnd } from './log.ts';

/** Whether a look at the log is worth it: it has grown since this was asked last, or a parked event is due. */
export type News = () => Promise<boolean>;

/** One small read for all consumers of a dispatcher, in the place of several for each of them. */
export function createNews({ database, now }: Pick<ConsumerContext, 'database' | 'now'>): News {
  let seen: LogPosition | null = null;
  return async () => {
    const { end, due } = await database.withSystem(async ({ client }) => {
      const parked = await client.query<{ due: boolean }>(
        'select exists (select from kit.parked_events where next_at <= $1) as due',
        [now()],
      );
      return { end: await logEnd(client), due: parked.rows[0]?.due === true };
    });
    const grown = end.xid !== seen?.xid || end.seq !== seen.seq;
    seen = end;
    return grown || due;
  };
}
