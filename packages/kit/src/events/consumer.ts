import { type EventEnvelope, type EventType, eventRegistry, type TypedEvent } from '@tokenholic/contracts';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import { eventDefinition } from '../database/transaction.ts';
import { isAppError } from '../errors.ts';
import type { Reaction, Reactions, ReactionToMany } from '../service/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { inSpan } from '../telemetry/spans.ts';
import { runWithTrace } from '../telemetry/trace.ts';
import { handleBatch } from './batch.ts';
import { LOG_START, type LoggedEvent, type LogPosition } from './log.ts';
import { type ReadOn, readAlone } from './log-window.ts';
import { park, retryDue } from './parking.ts';
import { createPieces } from './pieces.ts';

export interface ConsumerContext {
  database: Database;
  logger: Logger;
  metrics: Metrics;
  now: () => Date;
  /** How the log is read; absent: by each consumer for itself. */
  readOn?: ReadOn;
}

export interface Consumer {
  name: string;
  /** Handles what is there; true when there may be more. */
  step(): Promise<boolean>;
  /** Tries parked events that are due. */
  retry(): Promise<void>;
  /** Whether the log holds events for it that cannot be read yet, behind a transaction that is still under way. */
  behind?(): Promise<boolean>;
}

export type Handle = (event: LoggedEvent) => Promise<void>;

const BATCH = 100;
/** How often a cursor is stored. After a crash what came since is read again, and the inbox knows it. */
const SAVE_MILLISECONDS = 1_000;

/** A service's reader of the log: own cursor, inbox for idempotence, order per organisation, retry with back-off. */
export function createConsumer(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  together?: ReactionToMany,
): Consumer {
  const types = Object.keys(reactions);
  const readOn = context.readOn ?? readAlone(context.database);
  const options = { together, relaxed: true };
  const pieces = createPieces();
  let cursor: LogPosition | null = null;
  let stored: LogPosition | null = null;
  let savedAt = Number.NEGATIVE_INFINITY;
  const save = async (reached: LogPosition) => {
    const moved = reached.xid !== stored?.xid || reached.seq !== stored.seq;
    if (!moved || performance.now() - savedAt < SAVE_MILLISECONDS) return;
    savedAt = performance.now();
    await context.database.withSystem(({ client }) => saveCursor(client, name, reached));
    stored = reached;
  };
  const begin = async () => {
    stored = await loadCursor(context.database, name);
    return stored;
  };
  return {
    name,
    step: async () => {
      const { events, reached, more } = await readOn({
        after: cursor ?? (await begin()),
        types,
        limit: BATCH,
      });
      await pieces.goThrough(events, (piece) => handleBatch(name, reactions, context, piece, options));
      cursor = reached;
      await save(reached);
      return more;
    },
    retry: () => retryDue(name, (event) => react(name, reactions, context, event), context),
    behind: async () => {
      const { xid, seq } = cursor ?? (await begin());
      const { rows } = await context.database.withSystem(({ client }) =>
        client.query(
          'select 1 from kit.events where (xid, seq) > ($1::xid8, $2::bigint) and type = any ($3) limit 1',
          [xid, seq, types],
        ),
      );
      return rows.length > 0;
    },
  };
}

/** Handles one event, or sets it aside with those that come after it in its organisation. */
export async function handleOrPark(
  name: string,
  handle: Handle,
  context: ConsumerContext,
  event: LoggedEvent,
  parked: Set<string>,
): Promise<void> {
  if (parked.has(event.envelope.organizationId)) {
    await park(name, event, null, context);
    return;
  }
  try {
    await handle(event);
  } catch (error) {
    context.metrics.eventsHandled.inc({ consumer: name, outcome: 'failed' });
    context.logger.warn(
      { err: error, consumer: name, event: event.envelope.id, type: event.envelope.type },
      'reaction failed',
    );
    if (await park(name, event, error, context)) parked.add(event.envelope.organizationId);
  }
}

/** Errors that a second try cannot mend. */
export function isHopeless(error: unknown): boolean {
  return isAppError(error) && !['unavailable', 'limited', 'internal'].includes(error.kind);
}

/** One event in one transaction with its inbox entry. */
export async function react(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  event: LoggedEvent,
): Promise<void> {
  const { envelope } = event;
  const reaction = reactionTo(reactions, envelope.type);
  if (reaction === undefined) return;
  const trace = { traceId: envelope.traceId, actor: envelope.actor };
  const apply = () =>
    context.database.withTenant([envelope.organizationId], async (tx) => {
      if (!(await tx.enterInbox(name, envelope.id, envelope.organizationId))) return;
      const payload = await tx.openEvent(envelope.organizationId, envelope);
      await reaction(tx, parseEvent({ ...envelope, payload }));
    });
  await runWithTrace(trace, () =>
    inSpan(`${name} handles ${envelope.type}`, { 'event.id': envelope.id }, apply),
  );
  context.metrics.eventsHandled.inc({ consumer: name, outcome: 'handled' });
}

/** What a service does at an event of this type. */
export function reactionTo(reactions: Reactions, type: string): Reaction<EventType> | undefined {
  const known: Readonly<Record<string, unknown>> = reactions;
  return known[type] as Reaction<EventType> | undefined;
}

/** An event whose stored version is read by the schema of that version. */
export function parseEvent(envelope: EventEnvelope): TypedEvent<EventType> {
  const topic: Record<string, Record<number, z.ZodType>> = eventRegistry[envelope.topic];
  const schema = topic[envelope.type]?.[envelope.version] ?? eventDefinition(envelope.type).schema;
  return { ...envelope, payload: schema.parse(envelope.payload) } as TypedEvent<EventType>;
}

export async function loadCursor(database: Database, name: string): Promise<LogPosition> {
  const result = await database.withSystem(({ client }) =>
    client.query<LogPosition>('select xid::text, seq::text from kit.consumers where name = $1', [name]),
  );
  return result.rows[0] ?? LOG_START;
}

export async function saveCursor(client: PoolClient, name: string, position: LogPosition): Promise<void> {
  await client.query(
    'insert into kit.consumers (name, xid, seq) values ($1, $2, $3) on conflict (name) do update set xid = excluded.xid, seq = excluded.seq, bus_lag = null, updated_at = now()',
    [name, position.xid, position.seq],
  );
}
