import { eventEnvelopeSchema } from '@tokenholic/contracts';
import { z } from 'zod';
import { notFound } from '../http/failures.ts';
import type { ServiceRoutes } from '../http/server.ts';
import { principalOf } from '../http/server.ts';
import type { Kit } from '../service/kit.ts';
import { LOG_START, readEvent } from './log.ts';

const consumerSchema = z
  .object({
    consumer: z.string(),
    lag: z.number().int(),
    parked: z.number().int(),
    deadLetters: z.number().int(),
  })
  .meta({ id: 'ConsumerState' });

const deadLetterSchema = z
  .object({
    id: z.uuid(),
    consumer: z.string(),
    event: eventEnvelopeSchema,
    error: z.string(),
    attempts: z.number().int(),
    failedAt: z.iso.datetime(),
  })
  .meta({ id: 'DeadLetter' });

interface DeadLetterRow {
  id: string;
  consumer: string;
  organization_id: string;
  seq: string;
  attempts: number;
  error: string;
  failed_at: Date;
}

/** What operators see of the log: how far each consumer is, what failed for good, and replay. Dead letters show within the caller's organisations only. */
export function eventRoutes(
  kit: Kit,
  consumers: readonly { name: string; types: readonly string[] }[],
): ServiceRoutes {
  const permission = 'system.operate' as const;
  return (app, _options, done) => {
    app.get(
      '/api/system/consumers',
      {
        config: { permission },
        schema: { tags: ['system'], response: { 200: z.object({ items: z.array(consumerSchema) }) } },
      },
      async () => ({ items: await Promise.all(consumers.map((consumer) => consumerState(kit, consumer))) }),
    );
    app.get(
      '/api/system/dead-letters',
      {
        config: { permission },
        schema: { tags: ['system'], response: { 200: z.object({ items: z.array(deadLetterSchema) }) } },
      },
      async (request) => ({ items: await listDeadLetters(kit, principalOf(request).organizationIds) }),
    );
    app.post(
      '/api/system/dead-letters/:id/replay',
      {
        config: { permission },
        schema: { tags: ['system'], params: z.object({ id: z.uuid() }), response: { 204: z.null() } },
      },
      async (request, reply) => {
        await replay(kit, principalOf(request).organizationIds, request.params.id);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}

async function consumerState(kit: Kit, consumer: { name: string; types: readonly string[] }) {
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
  kit.metrics.consumerLag.set({ consumer: consumer.name }, state.lag);
  return { consumer: consumer.name, lag: state.lag, parked: state.parked, deadLetters: state.dead };
}

async function listDeadLetters(kit: Kit, organizationIds: readonly string[]) {
  return kit.database.withSystem(async ({ client }) => {
    const { rows } = await client.query<DeadLetterRow>(
      'select id, consumer, organization_id, seq::text, attempts, error, failed_at from kit.dead_letters where organization_id = any ($1) order by failed_at desc limit 200',
      [organizationIds],
    );
    const items = [];
    for (const row of rows) {
      const event = await readEvent(client, row.seq);
      if (event === null) continue;
      const { id, consumer, error, attempts } = row;
      items.push({
        id,
        consumer,
        error,
        attempts,
        event: event.envelope,
        failedAt: row.failed_at.toISOString(),
      });
    }
    return items;
  });
}

/** Back into the line of its organisation, as if it had just been parked. */
async function replay(kit: Kit, organizationIds: readonly string[], id: string): Promise<void> {
  await kit.database.withSystem(async ({ client }) => {
    const { rows } = await client.query<DeadLetterRow>(
      'delete from kit.dead_letters where id = $1 and organization_id = any ($2) returning consumer, organization_id, seq::text',
      [id, organizationIds],
    );
    const letter = rows[0];
    if (letter === undefined) throw notFound();
    await client.query(
      `insert into kit.parked_events (consumer, organization_id, xid, seq, attempts, next_at)
       select $1, organization_id, xid, seq, 0, now() from kit.events where seq = $2 on conflict do nothing`,
      [letter.consumer, letter.seq],
    );
  });
}
