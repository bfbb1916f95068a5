import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { fullName, type PlacedTable, placedTables } from './catalogue.ts';

/** So long one table is waited for. */
const LOCK_MILLISECONDS = 200;
const TRIES = 150;
const CANCEL_MILLISECONDS = 100;
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
/** What has to come to its end is not given up for the sake of requests: an upgrade needs its tables, a failure its way back. */
export const NOT_FOR_REQUESTS_MILLISECONDS = 30 * 60_000;

/** One transaction that holds every table that rows move between, or only those that are named. */
export async function locked<T>(
  pool: Pool,
  client: PoolClient,
  longest: number,
  work: () => Promise<T>,
  tables?: readonly PlacedTable[],
): Promise<{ result: T; waitedMilliseconds: number }> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query('begin');
      const since = performance.now();
      await lockAll(client, tables ?? (await placedTables(client)));
      const result = await until(pool, client, since + longest, work);
      refuseLate(since + longest);
      await client.query('commit');
      return { result, waitedMilliseconds: performance.now() - since };
    } catch (error) {
      await client.query('rollback');
      if (!isLockNotAvailable(error) || tries >= TRIES) throw error;
      await pause(50 + Math.random() * 150);
    }
  }
}

/**
 * Within a transaction: takes the tables, and when somebody holds one for longer lets go those that it has got, so that nobody
 * waits in a circle, and tries again. The answer is since when it holds them.
 */
export async function lockWithin(client: PoolClient, tables: readonly PlacedTable[]): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const since = performance.now();
    try {
      await client.query('savepoint tables');
      await lockAll(client, tables);
      return since;
    } catch (error) {
      if (!isLockNotAvailable(error) || tries >= TRIES) throw error;
      await client.query('rollback to savepoint tables');
      await pause(50 + Math.random() * 150);
    }
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
const isLockNotAvailable = (error: unknown) => hasCode(error, LOCK_NOT_AVAILABLE);
/** The database ended the statement for its length, or because it was asked to. */
export const wasEnded = (error: unknown): boolean => hasCode(error, QUERY_CANCELED);

/**
 * Takes every table, and lets all go when that takes too long. Whoever waits for one of them is asked by the database after
 * its `deadlock_timeout` whether that is a circle; by then nothing is waited for here, so no request is ended for a move.
 */
async function lockAll(client: PoolClient, tables: readonly PlacedTable[]): Promise<void> {
  const { rows } = await client.query<{ milliseconds: number }>(
    "select setting::int as milliseconds from pg_settings where name = 'deadlock_timeout'",
  );
  const end = performance.now() + (rows[0]?.milliseconds ?? 0) * 0.8;
  for (const table of tables) {
    const left = Math.min(LOCK_MILLISECONDS, Math.floor(end - performance.now()));
    // Zero would mean to wait for ever; one is too short for anything that has to be waited for.
    await client.query(`set local lock_timeout = ${Math.max(1, left)}`);
    await client.query(`lock table ${fullName(table)} in access exclusive mode`);
  }
  await client.query('set local lock_timeout = 0');
}

/** Ends what runs when the time is up; a transaction under way is rolled back with it. */
export async function until<T>(
  pool: Pool,
  client: PoolClient,
  deadline: number,
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // Between two statements there is nothing to end: it is asked until one was met.
  const cancel = () => {
    if (performance.now() > deadline)
      pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
  };
  const timer = setInterval(cancel, CANCEL_MILLISECONDS);
  try {
    return await work();
  } catch (error) {
    throw wasEnded(error) ? tookTooLong(error) : error;
  } finally {
    clearInterval(timer);
  }
}

/** Right before a commit: what was not ended for its length, since it was between two statements, is not committed late. */
export function refuseLate(deadline: number): void {
  if (performance.now() > deadline) throw tookTooLong(null);
}

export function tookTooLong(cause: unknown): AppError {
  return new AppError({
    ...{ kind: 'unavailable', code: 'kit.move_took_too_long', cause },
    message: {
      zh: '搬移超过了允许的等待时间，已全部撤销。请在访问少时重试，或加长等待时间（--longest）。',
      en: 'The move took longer than requests may wait, and was taken back whole. Try again in a quiet hour, or allow more time (--longest).',
    },
  });
}
