import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { fullName, ownName, type PlacedTable, placedTables, sharedName } from './catalogue.ts';
import { lockWithin } from './locks.ts';
import { attachParts, type Part, silenceTriggers } from './parts.ts';
import { organizationMoves } from './passage.ts';
import { readPlacements } from './placements.ts';
import { ifNobodyHasTheTurn } from './turn.ts';

// Rows of an organisation that comes back are on their way when their table is no part of everybody's any longer and what is
// copied of it is not whole yet. A gate of its own then stands before everybody's table, so that who asks for the
// organisation is not told that it has nothing. What dies in that moment is taken back by whoever comes to the gate.

/** What the gate raises; see the kit's migrations. */
const ON_THE_WAY = 'TH001';
const AGAIN_MILLISECONDS = 50;

const GATE = 'on_the_way';

export async function raiseGate(
  client: PoolClient,
  table: PlacedTable,
  { organizationId }: Part,
): Promise<void> {
  await client.query(
    `create policy ${GATE} on ${fullName(table)} as restrictive to app_user using (kit.not_on_the_way('${organizationId}'))`,
  );
}

export async function liftGate(client: PoolClient, table: PlacedTable): Promise<void> {
  await client.query(`drop policy ${GATE} on ${fullName(table)}`);
}

/**
 * Ends what a way back left in the middle: the tables of the schema are the places of the rows again. Nothing where all are or
 * none: then it was not begun, or has come to its end.
 */
export async function putBack(client: PoolClient, part: Part): Promise<void> {
  const { loose, attached } = await tablesOf(client, part);
  if (loose.length === 0 || attached === 0) return;
  await client.query('begin');
  await silenceTriggers(client);
  for (const table of loose)
    await client.query(`delete from ${sharedName(table)} where organization_id = $1`, [part.organizationId]);
  await client.query('commit');
  await client.query('begin; set local synchronous_commit = on');
  await lockWithin(client, loose);
  await attachParts(client, loose, part);
  for (const table of loose) await liftGate(client, table);
  await client.query('commit');
}

export async function putBackAll(client: PoolClient): Promise<void> {
  for (const placement of await readPlacements(client))
    if (placement.placed) await putBack(client, placement);
}

/** Tables of the schema that are no parts of everybody's, and how many are. */
async function tablesOf(
  client: PoolClient,
  { schemaName }: Part,
): Promise<{ loose: PlacedTable[]; attached: number }> {
  const { rows } = await client.query<{ name: string; attached: boolean }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, c.relispartition as attached
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = 'r'`,
    [schemaName],
  );
  const plain = (name: string) => name.replaceAll('"', '');
  const loose = new Set(rows.filter(({ attached }) => !attached).map(({ name }) => plain(name)));
  if (loose.size === 0) return { loose: [], attached: rows.length };
  const tables = await placedTables(client);
  return {
    loose: tables.filter((table) => loose.has(plain(ownName(schemaName, table)))),
    attached: rows.length - loose.size,
  };
}

/** Whether the database refused because rows that were asked for are on their way; told by it or by what asked it. */
function isOnTheWay(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === ON_THE_WAY) || isOnTheWay(error.cause);
}

/** Reads again until the rows are there; where nobody carries them any longer, they are put back first. */
export async function readWhenThere<T>(pool: Pool, read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!isOnTheWay(error)) throw error;
    }
    if (!(await ifNobodyHasTheTurn(pool, putBackAll))) await pause(AGAIN_MILLISECONDS);
  }
}

/** For what cannot be done again by itself: it may come once more in a moment. No transaction comes here while somebody carries the rows. */
export async function refuseOnTheWay<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOnTheWay(error)) throw error;
    await ifNobodyHasTheTurn(pool, putBackAll);
    throw organizationMoves();
  }
}
