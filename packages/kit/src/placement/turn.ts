import type { Pool, PoolClient } from 'pg';

/** The turn of migrations too: tables do not change while rows move. */
const TURN = 7320113;

/**
 * One move or upgrade at a time. A connection on which something failed is given up: with it end its transaction and its locks,
 * and whoever comes next waits until the server has let it go.
 */
export async function inTurn<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return onConnection(pool, async (client) => {
    await client.query(`select pg_advisory_lock(${TURN})`);
    return whileInTurn(client, () => work(client));
  });
}

/** False: somebody else has the turn. */
export async function ifNobodyHasTheTurn(
  pool: Pool,
  work: (client: PoolClient) => Promise<void>,
): Promise<boolean> {
  return onConnection(pool, async (client) => {
    const { rows } = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${TURN}) as got`);
    if (rows[0]?.got !== true) return false;
    await whileInTurn(client, () => work(client));
    return true;
  });
}

async function whileInTurn<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  // A hundred tables are some hundred commits on the way, of which only the last has to reach the disk, and the others with it.
  await client.query('set synchronous_commit = off');
  const result = await work();
  await client.query('reset synchronous_commit');
  await client.query(`select pg_advisory_unlock(${TURN})`);
  return result;
}

async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Unheard it would end the process; the statement that it breaks says so.
  const unheard = () => {};
  client.on('error', unheard);
  let whole = false;
  try {
    const result = await work(client);
    whole = true;
    return result;
  } finally {
    client.off('error', unheard);
    client.release(!whole);
  }
}
