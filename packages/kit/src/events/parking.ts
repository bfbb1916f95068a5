import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../database/database.ts';
import { AppError } from '../errors.ts';
import { isDeparted } from '../placement/departures.ts';
import { type ConsumerContext, type Handle, isHopeless } from './consumer.ts';
import { type LoggedEvent, readEvent } from './log.ts';

const MAXIMUM_ATTEMPTS = 8;

/** 1 s, 2 s, 4 s … at most 5 minutes. */
export function backOffMilliseconds(attempts: number): number {
  return Math.min(300_000, 1_000 * 2 ** Math.max(0, attempts - 1));
}

/** Organisations whose events must wait because an earlier one failed. */
export async function parkedOrganizations(client: PoolClient, consumer: string): Promise<Set<string>> {
  const result = await client.query<{ organization_id: string }>(
    'select distinct organization_id from kit.parked_events where consumer = $1',
    [consumer],
  );
  return new Set(result.rows.map((row) => row.organization_id));
}

/** Consumers of any process that have set events aside. */
export async function whoParked(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.readSystem<{ consumer: string }>(
    'select distinct consumer from kit.parked_events',
  );
  return new Set(rows.map(({ consumer }) => consumer));
}

/**
 * Sets an event aside: failed (with its error) or waiting behind a failed one (null) of the same organisation.
 * False when a retry is hopeless and it went to the dead letters instead.
 */
export async function park(
  consumer: string,
  event: LoggedEvent,
  error: unknown,
  context: ConsumerContext,
): Promise<boolean> {
  const attempts = error === null ? 0 : 1;
  if (error !== null && isHopeless(error)) {
    await bury(consumer, event.envelope.organizationId, event.position.seq, attempts, error, context);
    return false;
  }
  const nextAt = new Date(context.now().getTime() + (error === null ? 0 : backOffMilliseconds(attempts)));
  await context.database.withSystem(({ client }) =>
    client.query(
      'insert into kit.parked_events (consumer, organization_id, xid, seq, attempts, next_at, error) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
      [
        consumer,
        event.envelope.organizationId,
        event.position.xid,
        event.position.seq,
        attempts,
        nextAt,
        describe(error),
      ],
    ),
  );
  return true;
}

interface ParkedRow {
  organization_id: string;
  seq: string;
  attempts: number;
}

/** Tries the oldest parked event of each organisation that is due, then those behind it. */
export async function retryDue(consumer: string, handle: Handle, context: ConsumerContext): Promise<void> {
  for (let due = await nextDue(consumer, context); due !== null; due = await nextDue(consumer, context)) {
    const { organization_id: organizationId, seq, attempts } = due;
    const event = await context.database.withSystem(({ client }) => readEvent(client, seq));
    try {
      if (event !== null) await handle(event);
      await unpark(consumer, seq, context);
    } catch (error) {
      // It went along with its organisation, and is tried there.
      if (isDeparted(error)) {
        await unpark(consumer, seq, context);
        continue;
      }
      context.logger.warn({ err: error, consumer, seq, attempts: attempts + 1 }, 'retry failed');
      if (attempts + 1 >= MAXIMUM_ATTEMPTS || isHopeless(error)) {
        await bury(consumer, organizationId, seq, attempts + 1, error, context);
      } else {
        await postpone(consumer, seq, attempts + 1, error, context);
      }
    }
  }
}

async function nextDue(consumer: string, context: ConsumerContext): Promise<ParkedRow | null> {
  const result = await context.database.withSystem(({ client }) =>
    client.query<ParkedRow>(
      `select organization_id, seq::text, attempts from (
         select distinct on (organization_id) organization_id, xid, seq, attempts, next_at
         from kit.parked_events where consumer = $1 order by organization_id, xid, seq
       ) heads where next_at <= $2 order by heads.xid, heads.seq limit 1`,
      [consumer, context.now()],
    ),
  );
  return result.rows[0] ?? null;
}

async function unpark(consumer: string, seq: string, context: ConsumerContext): Promise<void> {
  await context.database.withSystem(({ client }) =>
    client.query('delete from kit.parked_events where consumer = $1 and seq = $2', [consumer, seq]),
  );
}

async function postpone(
  consumer: string,
  seq: string,
  attempts: number,
  error: unknown,
  context: ConsumerContext,
): Promise<void> {
  const nextAt = new Date(context.now().getTime() + backOffMilliseconds(attempts));
  await context.database.withSystem(({ client }) =>
    client.query(
      'update kit.parked_events set attempts = $3, next_at = $4, error = $5 where consumer = $1 and seq = $2',
      [consumer, seq, attempts, nextAt, describe(error)],
    ),
  );
}

async function bury(
  consumer: string,
  organizationId: string,
  seq: string,
  attempts: number,
  error: unknown,
  context: ConsumerContext,
): Promise<void> {
  context.metrics.eventsHandled.inc({ consumer, outcome: 'dead' });
  await context.database.withSystem(async ({ client }) => {
    await client.query(
      'insert into kit.dead_letters (id, consumer, organization_id, seq, attempts, error) values ($1, $2, $3, $4, $5, $6)',
      [uuidv7(), consumer, organizationId, seq, attempts, describe(error) ?? 'unknown'],
    );
    await client.query('delete from kit.parked_events where consumer = $1 and seq = $2', [consumer, seq]);
  });
}

function describe(error: unknown): string | null {
  if (error === null) return null;
  return error instanceof AppError
    ? `${error.code}: ${error.userMessage.en}`
    : error instanceof Error
      ? error.message
      : String(error);
}
