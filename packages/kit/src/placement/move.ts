import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { fullName, placedTables } from './catalogue.ts';
import {
  abandonedParts,
  bringBack,
  forgetPlacement,
  type Placement,
  place,
  readPlacements,
} from './placements.ts';

/** Where an organisation's rows lie: in the tables of everybody, or in a schema of its own. */
export type Tier = 'shared' | 'schema';

export interface Move {
  organizationId: string;
  to: Tier;
  /** Requests wait for the move at most so long; then it is given up and everything is as before. */
  longestWaitMilliseconds: number;
}

export interface Moved {
  rows: number;
  /** How long requests had to wait. */
  waitedMilliseconds: number;
}

/** The turn of migrations too: tables do not change while rows move. */
const TURN = 7320113;
/** So long one table is waited for. */
const LOCK_MILLISECONDS = 200;
const TRIES = 150;
const CANCEL_MILLISECONDS = 100;
/** An upgrade that moves rows is not given up for the sake of requests: the new version needs the new tables. */
const UPGRADE_MILLISECONDS = 30 * 60_000;
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/**
 * Moves an organisation in one transaction: rows are copied, compared by count and hash, and change places, or nothing
 * happens at all. Requests of everybody wait meanwhile.
 */
export async function moveOrganization(
  pool: Pool,
  { organizationId, to, longestWaitMilliseconds }: Move,
): Promise<Moved> {
  return inTurn(pool, async (client) => {
    const known = (await readPlacements(client)).find((one) => one.organizationId === organizationId);
    if ((known === undefined) === (to === 'shared')) throw alreadyThere();
    const moved = await locked(pool, client, longestWaitMilliseconds, async () => {
      for (const part of await abandonedParts(client)) await bringBack(client, part);
      if (known === undefined) return place(client, organizationId);
      const rows = known.placed ? await bringBack(client, known) : known.rows;
      await forgetPlacement(client, organizationId);
      return rows;
    });
    // Nobody else does it for a table that is split; without it the planner guesses.
    for (const table of await placedTables(client)) await client.query(`analyze ${fullName(table)}`);
    return moved;
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
  const placed = (await readPlacements(client)).filter((one) => one.placed);
  const parts = [...placed, ...(await abandonedParts(client))];
  if (parts.length === 0) return;
  await locked(pool, client, UPGRADE_MILLISECONDS, async () => {
    let rows = 0;
    for (const part of parts) rows += await bringBack(client, part);
    await client.query('update kit.placements set placed = false');
    return rows;
  });
}

/** After tables changed: who had a schema has one again. */
export async function placeAgain(pool: Pool, client: PoolClient): Promise<void> {
  for (const { organizationId, placed } of await readPlacements(client))
    if (!placed) await locked(pool, client, UPGRADE_MILLISECONDS, () => place(client, organizationId));
}

async function inTurn<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${TURN})`);
    return await work(client);
  } finally {
    await client.query(`select pg_advisory_unlock(${TURN})`);
    client.release();
  }
}

/** One transaction that holds every table that rows move between. */
async function locked(
  pool: Pool,
  client: PoolClient,
  longest: number,
  work: () => Promise<number>,
): Promise<Moved> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query('begin');
      const since = performance.now();
      await lockAll(client);
      const rows = await until(pool, client, since + longest, work);
      await client.query('commit');
      return { rows, waitedMilliseconds: performance.now() - since };
    } catch (error) {
      await client.query('rollback');
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === QUERY_CANCELED) throw tookTooLong(error);
      // Somebody holds a table for longer: all are let go, so that nobody waits in a circle, and tried for again.
      if (code !== LOCK_NOT_AVAILABLE || tries >= TRIES) throw error;
      await pause(50 + Math.random() * 150);
    }
  }
}

/**
 * Takes every table, and lets all go when that takes too long. Whoever waits for one of them is asked by the database after
 * its `deadlock_timeout` whether that is a circle; by then nothing is waited for here, so no request is ended for a move.
 */
async function lockAll(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ milliseconds: number }>(
    "select setting::int as milliseconds from pg_settings where name = 'deadlock_timeout'",
  );
  const until = performance.now() + (rows[0]?.milliseconds ?? 0) * 0.8;
  for (const table of await placedTables(client)) {
    const left = Math.min(LOCK_MILLISECONDS, Math.floor(until - performance.now()));
    // Zero would mean to wait for ever; one is too short for anything that has to be waited for.
    await client.query(`set local lock_timeout = ${Math.max(1, left)}`);
    await client.query(`lock table ${fullName(table)} in access exclusive mode`);
  }
}

/** Ends what runs when the time is up; the transaction is rolled back with it. */
async function until(
  pool: Pool,
  client: PoolClient,
  deadline: number,
  work: () => Promise<number>,
): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // Between two statements there is nothing to end: it is asked until one was met.
  const cancel = () => {
    if (performance.now() > deadline)
      pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
  };
  const timer = setInterval(cancel, CANCEL_MILLISECONDS);
  try {
    const moved = await work();
    if (performance.now() > deadline) throw tookTooLong(null);
    return moved;
  } finally {
    clearInterval(timer);
  }
}

function alreadyThere(): AppError {
  return new AppError({
    ...{ kind: 'conflict', code: 'kit.already_placed' },
    message: { zh: '该组织的数据已经在那里。', en: 'The rows of this organisation lie there already.' },
  });
}

function tookTooLong(cause: unknown): AppError {
  return new AppError({
    ...{ kind: 'unavailable', code: 'kit.move_took_too_long', cause },
    message: {
      zh: '搬移超过了允许的等待时间，已全部撤销。请在访问少时重试，或加长等待时间（--longest）。',
      en: 'The move took longer than requests may wait, and was taken back whole. Try again in a quiet hour, or allow more time (--longest).',
    },
  });
}
