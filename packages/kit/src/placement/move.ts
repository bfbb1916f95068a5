import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { fullName, type PlacedTable, placedTables, schemaOf } from './catalogue.ts';
import { beginCopy, completeCopy, dropCopy, followOriginals, removeOriginals } from './copy.ts';
import { locked, lockWithin, until } from './locks.ts';
import { attachParts, type Part } from './parts.ts';
import { awaitThoseBeside, whilePassageIsClosed } from './passage.ts';
import {
  abandonedParts,
  bringBack,
  forgetPlacement,
  hasParts,
  notePlacement,
  type Placement,
  place,
  readPlacements,
  uniteWithoutParts,
} from './placements.ts';
import { splitTable } from './split.ts';

/** Where an organisation's rows lie: in the tables of everybody, or in a schema of its own. */
export type Tier = 'shared' | 'schema';

export interface Move {
  organizationId: string;
  to: Tier;
  /** Any request waits for the move at most so long; then it is given up and everything is as before. */
  longestWaitMilliseconds: number;
}

export interface Moved {
  rows: number;
  /** How long requests of everybody had to wait at most. */
  waitedMilliseconds: number;
  /** How long those of the organisation had to. */
  ownWaitMilliseconds: number;
}

/** The turn of migrations too: tables do not change while rows move. */
const TURN = 7320113;
/** Looks at what changed meanwhile, before everything that is left is copied while the organisation waits. */
const LOOKS = 5;
/** So few changes in one look that another would find no fewer. */
const FEW_CHANGES = 50;
/** An upgrade that moves rows is not given up for the sake of requests: the new version needs the new tables. */
const UPGRADE_MILLISECONDS = 30 * 60_000;

/**
 * Moves an organisation's rows whole, or nothing happens at all. Into a schema of its own they are copied while everybody goes
 * on; then its own requests wait until what changed meanwhile is copied, compared by count and hash, and gone from the shared
 * tables, and everybody's while the parts are put into their places. On the way back everybody waits for all of it.
 */
export async function moveOrganization(
  pool: Pool,
  { organizationId, to, longestWaitMilliseconds }: Move,
): Promise<Moved> {
  return inTurn(pool, async (client) => {
    const known = (await readPlacements(client)).find((one) => one.organizationId === organizationId);
    if ((known === undefined) === (to === 'shared')) throw alreadyThere();
    await clearAbandoned(pool, client, longestWaitMilliseconds);
    const moved =
      known === undefined
        ? await moveOut(pool, client, organizationId, longestWaitMilliseconds)
        : await moveBack(pool, client, known, longestWaitMilliseconds);
    // Nobody else does it for a table that is split; without it the planner guesses.
    for (const table of await placedTables(client)) await client.query(`analyze ${fullName(table)}`);
    return moved;
  });
}

async function moveBack(
  pool: Pool,
  client: PoolClient,
  placement: Placement,
  longest: number,
): Promise<Moved> {
  const { result: rows, waitedMilliseconds } = await locked(pool, client, longest, async () => {
    await client.query('set local synchronous_commit = on');
    const brought = placement.placed ? await bringBack(client, placement) : placement.rows;
    await forgetPlacement(client, placement.organizationId);
    return brought;
  });
  return { rows, waitedMilliseconds, ownWaitMilliseconds: waitedMilliseconds };
}

async function moveOut(
  pool: Pool,
  client: PoolClient,
  organizationId: string,
  longest: number,
): Promise<Moved> {
  const part = { organizationId, schemaName: schemaOf(organizationId) };
  try {
    const splitting = await splitAll(pool, client, longest);
    const tables = await placedTables(client);
    await awaitThoseBeside(client);
    let since = await beginCopy(client, tables, part);
    for (let look = 0; look < LOOKS; look += 1) {
      const followed = await followOriginals(client, tables, part, since);
      since = followed.since;
      if (followed.written <= FEW_CHANGES) break;
    }
    const moved = await changePlaces(pool, client, { tables, part, since, longest });
    return {
      rows: moved.rows,
      waitedMilliseconds: Math.max(moved.waitedMilliseconds, splitting),
      ownWaitMilliseconds: Math.max(moved.ownWaitMilliseconds, splitting),
    };
  } catch (error) {
    await client.query('rollback');
    await dropCopy(client, part);
    if (!(await hasParts(client)))
      await locked(pool, client, UPGRADE_MILLISECONDS, () => uniteWithoutParts(client));
    throw error;
  }
}

/** Splits the tables one by one, each in a transaction of its own. The answer is how long anybody waited at most. */
async function splitAll(pool: Pool, client: PoolClient, longest: number): Promise<number> {
  let waited = 0;
  for (const table of await placedTables(client)) {
    if (table.split) continue;
    const { waitedMilliseconds } = await locked(pool, client, longest, () => splitTable(client, table), [
      table,
    ]);
    waited = Math.max(waited, waitedMilliseconds);
  }
  return waited;
}

interface Copied {
  tables: readonly PlacedTable[];
  part: Part;
  since: string;
  longest: number;
}

/** The organisation waits while the copy is completed, and everybody while it becomes the place of the rows. */
async function changePlaces(
  pool: Pool,
  client: PoolClient,
  { tables, part, since, longest }: Copied,
): Promise<Moved> {
  const began = performance.now();
  const work = async (): Promise<Moved> => {
    await followOriginals(client, tables, part, since);
    const sums = await completeCopy(client, tables, part);
    await client.query('begin; set local synchronous_commit = on');
    const silent = await silenceTriggers(client);
    const early = silent ? null : await lockWithin(client, tables);
    const rows = await removeOriginals(client, sums, part, silent);
    const held = early ?? (await lockWithin(client, tables));
    await attachParts(client, tables, part);
    await notePlacement(client, part, rows);
    await client.query('commit');
    const now = performance.now();
    return { rows, waitedMilliseconds: now - held, ownWaitMilliseconds: now - began };
  };
  const bounded = (whole: typeof work) => until(pool, client, began + longest, whole);
  return whilePassageIsClosed(client, [part.organizationId], bounded, work);
}

/** Triggers and references of this transaction alone; false where the role may not: then they are switched off for everybody. */
async function silenceTriggers(client: PoolClient): Promise<boolean> {
  await client.query('savepoint silence');
  try {
    await client.query("set local session_replication_role = 'replica'");
    return true;
  } catch {
    await client.query('rollback to savepoint silence');
    return false;
  }
}

/** Takes away schemas whose organisation was erased, and copies that were never ended. */
async function clearAbandoned(pool: Pool, client: PoolClient, longest: number): Promise<void> {
  const parts = await abandonedParts(client);
  for (const part of parts) if (!part.attached) await dropCopy(client, part);
  const attached = parts.filter((part) => part.attached);
  if (attached.length === 0) return;
  await locked(pool, client, longest, async () => {
    for (const part of attached) await bringBack(client, part);
  });
}

export async function listPlacements(pool: Pool): Promise<Placement[]> {
  const client = await pool.connect();
  try {
    return await readPlacements(client);
  } finally {
    client.release();
  }
}

/** Before tables change: all rows lie in one table each, as whoever wrote the change had it before them. */
export async function gather(pool: Pool, client: PoolClient): Promise<void> {
  await clearAbandoned(pool, client, UPGRADE_MILLISECONDS);
  const placed = (await readPlacements(client)).filter((one) => one.placed);
  if (!(await placedTables(client)).some(({ split }) => split)) return;
  await locked(pool, client, UPGRADE_MILLISECONDS, async () => {
    for (const part of placed) await bringBack(client, part);
    await uniteWithoutParts(client);
    await client.query('update kit.placements set placed = false');
  });
}

/** After tables changed: who had a schema has one again. */
export async function placeAgain(pool: Pool, client: PoolClient): Promise<void> {
  for (const { organizationId, placed } of await readPlacements(client))
    if (!placed) await locked(pool, client, UPGRADE_MILLISECONDS, () => place(client, organizationId));
}

/** One move or upgrade at a time. */
export async function inTurn<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${TURN})`);
    // A hundred tables are some hundred commits on the way, of which only the last has to reach the disk, and the others with it.
    await client.query('set synchronous_commit = off');
    return await work(client);
  } finally {
    await client.query('reset synchronous_commit');
    await client.query(`select pg_advisory_unlock(${TURN})`);
    client.release();
  }
}

function alreadyThere(): AppError {
  return new AppError({
    ...{ kind: 'conflict', code: 'kit.already_placed' },
    message: { zh: '该组织的数据已经在那里。', en: 'The rows of this organisation lie there already.' },
  });
}
