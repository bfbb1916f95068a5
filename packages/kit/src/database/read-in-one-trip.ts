import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg, { type Connection, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { withClient } from './with-client.ts';

/** A statement that was built once, with places for the values it is asked with. */
export interface PreparedRead<R> {
  execute(values: Record<string, unknown>): Promise<R>;
}

/**
 * Sets role and organisations for the rest of the transaction. No row is wanted, and the second setting is made because
 * the first is not null: what is left of an `or` is decided first.
 */
const ENTER = {
  name: 'tokenholic_enter',
  text: "select where set_config('role', 'app_user', true) is null or set_config('app.organization_ids', $1, true) is null",
};

/** Connections on which the server knows `ENTER`. */
const acquainted = new WeakSet<PoolClient>();

/**
 * Runs one statement as a tenant: what sets role and organisations and the statement are written together and answered
 * together. What stands before one sync is one transaction to the server, without `begin` and `commit`, so that a read
 * behind row level security costs one trip and two executions. When the first fails, the server skips the second.
 */
export async function readInOneTrip<T>(
  pool: Pool,
  organizations: string,
  read: (db: NodePgDatabase) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (client) => {
    await acquaint(client);
    return read(drizzle(oneStatement(client, () => organizations)));
  });
}

/** The same for a read that is asked often: it is built once on each connection, and the server keeps its plan. */
export function prepareInOneTrip<R>(
  pool: Pool,
  build: (db: NodePgDatabase) => PreparedRead<R>,
): (organizations: string, values: Record<string, unknown>) => Promise<R> {
  const built = new WeakMap<PoolClient, { prepared: PreparedRead<R>; asking: { for: string | null } }>();
  const buildOn = (client: PoolClient) => {
    const asking: { for: string | null } = { for: null };
    const prepared = build(
      drizzle(
        oneStatement(client, () => {
          if (asking.for === null) throw new Error('A prepared read was asked for nobody');
          return asking.for;
        }),
      ),
    );
    const made = { prepared, asking };
    built.set(client, made);
    return made;
  };
  return (organizations, values) =>
    withClient(pool, async (client) => {
      await acquaint(client);
      const { prepared, asking } = built.get(client) ?? buildOn(client);
      asking.for = organizations;
      try {
        return await prepared.execute(values);
      } finally {
        asking.for = null;
      }
    });
}

/** Once for each connection: the server parses `ENTER` and keeps it. Nothing stays set, for nothing follows. */
async function acquaint(client: PoolClient): Promise<void> {
  if (acquainted.has(client)) return;
  await client.query(ENTER, ['{}']);
  acquainted.add(client);
}

/** The client as drizzle uses it: what it sends goes out behind what enters the organisations. */
function oneStatement(client: PoolClient, organizations: () => string): PoolClient {
  return Object.create(client, {
    query: {
      value: (statement: QueryConfig, values: unknown[]) => send(client, organizations(), statement, values),
    },
  });
}

function send(
  client: PoolClient,
  organizations: string,
  statement: QueryConfig,
  values: unknown[],
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    // Also a statement without values: a simple one would not wait for what stands before it to be answered as one.
    const extended = { ...statement, queryMode: 'extended' };
    const query = new pg.Query(extended, values, (error, results) => {
      if (error) return reject(error);
      // One result for each command, in order.
      const result = Object(results)[1];
      resolve(result);
    });
    const { submit } = query;
    query.submit = (connection) => {
      connection.stream.cork();
      try {
        enter(connection, organizations);
        submit.call(query, connection);
      } finally {
        connection.stream.uncork();
      }
    };
    client.query(query);
  });
}

function enter(connection: Connection, organizations: string): void {
  connection.bind({ statement: ENTER.name, values: [organizations] }, true);
  connection.execute({}, true);
}
