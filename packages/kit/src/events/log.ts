import type { EventEnvelope, Topic } from '@tokenholic/contracts';
import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';

/** Place in the log. Ordered by transaction id, then by sequence: by sequence alone a late commit would be skipped. */
export interface LogPosition {
  xid: string;
  seq: string;
}

export const LOG_START: LogPosition = { xid: '0', seq: '0' };

export function formatPosition(position: LogPosition): string {
  return `${position.xid}.${position.seq}`;
}

/** Whether a place in the log comes after another. */
export function isAfter(one: LogPosition, other: LogPosition): boolean {
  if (one.xid === other.xid) return BigInt(one.seq) > BigInt(other.seq);
  return BigInt(one.xid) > BigInt(other.xid);
}

export function parsePosition(text: string): LogPosition | null {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? null : { xid: match[1], seq: match[2] };
}

interface LogRow {
  xid: string;
  seq: string;
  id: string;
  organization_id: string;
  topic: Topic;
  type: string;
  version: number;
  occurred_at: Date;
  actor: string;
  trace_id: string;
  payload: unknown;
  personal: string | null;
}

export interface LoggedEvent {
  position: LogPosition;
  envelope: EventEnvelope;
}

const COLUMNS =
  'xid::text, seq::text, id, organization_id, topic, type, version, occurred_at, actor, trace_id, payload, personal';

function toLoggedEvent(row: LogRow): LoggedEvent {
  const position = { xid: row.xid, seq: row.seq };
  return {
    position,
    envelope: {
      id: row.id,
      position: formatPosition(position),
      topic: row.topic,
      type: row.type,
      version: row.version,
      organizationId: row.organization_id,
      occurredAt: row.occurred_at.toISOString(),
      actor: row.actor,
      traceId: row.trace_id,
      payload: row.payload,
      ...(row.personal === null || row.personal === '' ? {} : { personal: row.personal }),
    },
  };
}

export interface LogQuery {
  after: LogPosition;
  types?: readonly string[];
  organizationId?: string;
  limit: number;
}

/**
 * Reads on from a position. Only events of transactions older than every running one are given, so nothing can
 * appear behind the cursor later. A long transaction holds the reader up: keep them short.
 */
export async function readLog(client: PoolClient, query: LogQuery): Promise<LoggedEvent[]> {
  const values: unknown[] = [query.after.xid, query.after.seq, query.limit];
  const conditions = ['(xid, seq) > ($1::xid8, $2::bigint)', 'xid < pg_snapshot_xmin(pg_current_snapshot())'];
  if (query.types !== undefined) conditions.push(`type = any ($${values.push(query.types)})`);
  if (query.organizationId !== undefined)
    conditions.push(`organization_id = $${values.push(query.organizationId)}`);
  // `events.` matters: a bare name would mean the output column, which is text, and '1000' sorts before '999'.
  const result = await client.query<LogRow>(
    `select ${COLUMNS} from kit.events where ${conditions.join(' and ')} order by events.xid, events.seq limit $3`,
    values,
  );
  return result.rows.map(toLoggedEvent);
}

/**
 * The next events of every kind in one trip to the database, and whether others stand behind a transaction that is still
 * under way.
 */
export async function readRipe(
  database: Database,
  after: LogPosition,
  limit: number,
): Promise<{ events: LoggedEvent[]; held: boolean }> {
  // Numbers, and checked to be: the statement carries them as text.
  const [xid, seq] = [BigInt(after.xid), BigInt(after.seq)];
  const rows = await database.readSystem<LogRow & { ripe: boolean }>(
    `select ${COLUMNS}, xid < pg_snapshot_xmin(pg_current_snapshot()) as ripe from kit.events
     where (xid, seq) > ('${xid}'::xid8, ${seq}::bigint) order by events.xid, events.seq limit ${limit}`,
  );
  const held = rows.findIndex(({ ripe }) => !ripe);
  return { events: (held < 0 ? rows : rows.slice(0, held)).map(toLoggedEvent), held: held >= 0 };
}

export async function readEvent(client: PoolClient, seq: string): Promise<LoggedEvent | null> {
  const result = await client.query<LogRow>(`select ${COLUMNS} from kit.events where seq = $1`, [seq]);
  const row = result.rows[0];
  return row === undefined ? null : toLoggedEvent(row);
}

/** Where the log ends for a reader that starts now. */
export async function logEnd(client: PoolClient): Promise<LogPosition> {
  const result = await client.query<LogPosition>(
    'select xid::text, seq::text from kit.events where xid < pg_snapshot_xmin(pg_current_snapshot()) order by events.xid desc, events.seq desc limit 1',
  );
  return result.rows[0] ?? LOG_START;
}
