import type { PoolClient } from 'pg';
import { AppError } from '../errors.ts';

// How the last steps of a move hold up the organisation that moves and nobody else. Every tenant's transaction takes a
// shared lock that costs nothing as long as nothing moves. A move first marks its organisation, then takes that lock for
// itself, by which it waits until whoever began before has ended. Who comes later does not get the lock, looks which
// organisation is marked, and goes on unless it is its own. All locks end with their transactions, also by death.

const FREE_PASSAGE = 7320121;
const MARK = 7320122;
/** Held by those who went on beside a move; the next move lets them end first. */
const BESIDE = 7320123;

/** The last statement of what opens a transaction of a tenant. */
export const ASK_PASSAGE = `select pg_try_advisory_xact_lock_shared(${FREE_PASSAGE}, 0) as free`;

/** The mark of an organisation: two with the same one would only wait for each other. */
const markOf = (organizationId: string) => Number.parseInt(organizationId.slice(-7), 16);

/** False: one of these organisations is being moved, and its transactions must come again in a moment. */
export async function mayPass(
  client: Pick<PoolClient, 'query'>,
  organizationIds: readonly string[],
): Promise<boolean> {
  await client.query(`select pg_advisory_xact_lock_shared(${BESIDE}, 0)`);
  const { rows } = await client.query<{ mark: number }>(
    `select objid::bigint::int as mark from pg_locks where locktype = 'advisory' and objsubid = 2 and classid = ${MARK}
     and database = (select oid from pg_database where datname = current_database())`,
  );
  const marks = new Set(rows.map(({ mark }) => mark));
  return marks.size === 0 || !organizationIds.some((id) => marks.has(markOf(id)));
}

/** For a transaction that comes by another way than the tenancy gate: it is refused while one of its organisations is being moved. */
export async function refuseWhileMoving(
  client: Pick<PoolClient, 'query'>,
  organizationIds: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(ASK_PASSAGE);
  if (rows[0]?.free !== true && !(await mayPass(client, organizationIds))) throw organizationMoves();
}

export function organizationMoves(): AppError {
  return new AppError({
    ...{ kind: 'unavailable', code: 'kit.organization_moves' },
    message: {
      zh: '该组织的数据正在搬移，请稍候再试。',
      en: 'The rows of this organisation are being moved. Try again in a moment.',
    },
  });
}

/** Lets those end who went on beside an earlier move. Nothing may be marked meanwhile. */
export async function awaitThoseBeside(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_lock(${BESIDE}, 0)`);
  await client.query(`select pg_advisory_unlock(${BESIDE}, 0)`);
}

/**
 * From here on no transaction of the organisation begins, and none is under way, until the work is done. `bounded` ends it when it
 * takes too long, the waiting for passage included.
 */
export async function whilePassageIsClosed<T>(
  client: PoolClient,
  organizationId: string,
  bounded: (work: () => Promise<T>) => Promise<T>,
  work: () => Promise<T>,
): Promise<T> {
  const mark = markOf(organizationId);
  try {
    return await bounded(async () => {
      await client.query('select pg_advisory_lock($1::int, $2::int)', [MARK, mark]);
      await client.query(`select pg_advisory_lock(${FREE_PASSAGE}, 0)`);
      return work();
    });
  } finally {
    // What failed may have left a transaction in which nothing can be said any longer.
    await client.query('rollback');
    const open = `select pg_advisory_unlock(${FREE_PASSAGE}, 0), pg_advisory_unlock(${MARK}, ${mark})`;
    // What was ended for its length may be ended a moment late.
    await client.query(open).catch(() => client.query(open));
  }
}
