import type { PoolClient } from 'pg';
import { AppError } from '../errors.ts';

// How the last steps of a move hold up the organisation that moves and nobody else. Every tenant's transaction takes a
// shared lock that costs nothing as long as nothing moves. A move first marks its organisation, then takes that lock for
// itself, by which it waits until whoever began before has ended. Who comes later does not get the lock, looks which
// organisation is marked, and goes on unless it is its own. All locks end with their transactions, also by death.

const FREE_PASSAGE = 7320121;
/** Of the marks that processes of the release before look for. */
const SHORT_MARK = 7320122;
/** Held by those who went on beside a move; the next move lets them end first. */
const BESIDE = 7320123;

/** The last statement of what opens a transaction of a tenant. */
export const ASK_PASSAGE = `select pg_try_advisory_xact_lock_shared(${FREE_PASSAGE}, 0) as free`;

/**
 * The mark of an organisation: the last 64 bits of its id, of which 62 are random, since the key of such a lock has no more. Two
 * organisations with the same one would wait for each other's moves, and be refused in the moments in which the other is, and
 * nothing else: what a move takes or removes is told by the whole id. For one with 10,000 others the odds are 1 to 10^14.
 */
const markOf = (organizationId: string) =>
  BigInt.asIntN(64, BigInt(`0x${organizationId.replaceAll('-', '').slice(-16)}`)).toString();
/** The same of 28 bits, with the same price of two that are alike. */
const shortMarkOf = (organizationId: string) => Number.parseInt(organizationId.slice(-7), 16);

/** False: one of these organisations is being moved, and its transactions must come again in a moment. */
export async function mayPass(
  client: Pick<PoolClient, 'query'>,
  organizationIds: readonly string[],
): Promise<boolean> {
  await client.query(`select pg_advisory_xact_lock_shared(${BESIDE}, 0)`);
  const { rows } = await client.query(
    `select from pg_locks where locktype = 'advisory' and objsubid = 1
       and (classid::bigint << 32 | objid::bigint) = any ($1::bigint[])
       and database = (select oid from pg_database where datname = current_database()) limit 1`,
    [organizationIds.map(markOf)],
  );
  return rows.length === 0;
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

/** Lets those end who went on beside an earlier move. */
export async function awaitThoseBeside(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_lock(${BESIDE}, 0)`);
  await client.query(`select pg_advisory_unlock(${BESIDE}, 0)`);
}

/**
 * From here on no transaction of the organisations begins, and none is under way, until the work is done. `bounded` ends it when it
 * takes too long, the waiting for passage included.
 */
export async function whilePassageIsClosed<T>(
  client: PoolClient,
  organizationIds: readonly string[],
  bounded: (work: () => Promise<T>) => Promise<T>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await bounded(async () => {
      await mark(client, organizationIds);
      await client.query(`select pg_advisory_lock(${FREE_PASSAGE}, 0)`);
      return work();
    });
  } finally {
    // What failed may have left a transaction in which nothing can be said any longer.
    await client.query('rollback');
    const open = () => unmark(client);
    // What was ended for its length may be ended a moment late.
    await open().catch(open);
  }
}

/** While the passage is closed: closes it for others too, and waits until those of their transactions have ended that went on beside. */
export async function closeFor(client: PoolClient, organizationIds: readonly string[]): Promise<void> {
  await mark(client, organizationIds);
  await awaitThoseBeside(client);
}

async function mark(client: PoolClient, organizationIds: readonly string[]): Promise<void> {
  // Always in the same order, so that two moves do not wait for each other in a circle.
  for (const one of [...new Set(organizationIds.map(shortMarkOf))].sort((a, b) => a - b))
    await client.query('select pg_advisory_lock($1::int, $2::int)', [SHORT_MARK, one]);
  for (const one of [...new Set(organizationIds.map(markOf))].sort())
    await client.query('select pg_advisory_lock($1::bigint)', [one]);
}

/** Opens the passage, then takes every mark of this connection away; nothing where there is none. */
async function unmark(client: PoolClient): Promise<void> {
  // A lock that was taken twice is held until it is given back twice. The first of an id's last 64 bits is always set, and of no other lock's key.
  for (let given = 1; given > 0; ) {
    const { rows } = await client.query(
      `select case objsubid when 1 then pg_advisory_unlock(classid::bigint << 32 | objid::bigint)
         else pg_advisory_unlock(classid::int, objid::bigint::int) end
       from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
         and (objsubid = 2 and classid in (${FREE_PASSAGE}, ${SHORT_MARK}) or objsubid = 1 and classid::bigint >= 1::bigint << 31)
       order by objsubid desc, classid`,
    );
    given = rows.length;
  }
}
