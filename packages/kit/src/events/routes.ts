import { eventEnvelopeSchema } from '@tokenholic/contracts';
import { z } from 'zod';
import { notFound } from '../http/failures.ts';
import type { ServiceRoutes } from '../http/server.ts';
import { principalOf } from '../http/server.ts';
import type { Kit } from '../service/kit.ts';
import { type ConsumerAndTypes, consumerState } from './consumer-state.ts';
import { readEvent } from './log.ts';
import { countMissed, putBackMissed } from './missed.ts';

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

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What operators see of the log: how far each consumer is, what failed for good or was missed, and replay. Events show within the caller's organisations only. */
export function eventRoutes(kit: Kit, consumers: readonly ConsumerAndTypes[]): ServiceRoutes {
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
    app.get(
      '/api/system/consumers/:consumer/missed',
      {
        config: { permission },
        schema: {
          tags: ['system'],
          summary: 'Events since a moment that the consumer should have handled and did not',
          params: z.object({ consumer: z.string() }),
          querystring: z.object({ since: moment }),
          response: { 200: z.object({ missed: z.number().int() }) },
        },
      },
      async (request) => {
        const { params, query } = request;
        const missed = missedBy(
          kit,
          consumers,
          params.consumer,
          principalOf(request).organizationIds,
          query.since,
        );
        return { missed: await kit.database.withSystem(({ client }) => countMissed(client, missed)) };
      },
    );
    app.post(
      '/api/system/consumers/:consumer/replays',
      {
        config: { permission },
        schema: {
          tags: ['system'],
          summary: 'Hands the events it missed since a moment to the consumer, some thousand at a time',
          params: z.object({ consumer: z.string() }),
          body: z.object({ since: moment }),
          response: { 200: z.object({ putBack: z.number().int() }) },
        },
      },
      async (request) => {
        const { params, body } = request;
        const missed = missedBy(
          kit,
          consumers,
          params.consumer,
          principalOf(request).organizationIds,
          body.since,
        );
        return { putBack: await kit.database.withSystem(({ client }) => putBackMissed(client, missed)) };
      },
    );
    done();
  };
}

function missedBy(
  kit: Kit,
  consumers: readonly ConsumerAndTypes[],
  name: string,
  organizationIds: readonly string[],
  since: Date,
) {
  const consumer = consumers.find((one) => one.name === name);
  if (consumer === undefined) throw notFound();
  return { consumer, organizationIds, since, now: kit.now() };
}

async function listDeadLetters(kit: Kit, organizationIds: readonly string[]) {
  return kit.database.withSystem(async ({ client, openEvent }) => {
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
        event: await openEvent(event.envelope),
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
