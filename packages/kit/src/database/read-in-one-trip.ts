import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg, { type Connection, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { withClient } from './with-client.ts';

/**
 * Runs one statement in a transaction of its own: what opens the transaction, the statement and `commit` are written
 * together and answered together. A read behind row level security then costs one trip to the server where a transaction
 * step by step costs three. When something before the statement fails, the server skips all that follows it.
 */
export async function readInOneTrip<T>(
  pool: Pool,
  opening: readonly string[],
  read: (db: NodePgDatabase) => Promise<T>,
): Promise<T> {
  return withClient(pool, (client) => read(drizzle(oneStatement(client, opening))));
}

/** The client as drizzle uses it: what it sends goes out between what opens and what closes the transaction. */
function oneStatement(client: PoolClient, opening: readonly string[]): PoolClient {
  return Object.create(client, {
    query: {
      value: (statement: QueryConfig, values: unknown[]) => send(client, opening, statement, values),
    },
  });
}

function send(
  client: PoolClient,
  opening: readonly string[],
  statement: QueryConfig,
  values: unknown[],
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(statement, values, (error, results) => {
      if (error) return reject(error);
      // One result for each command, in order.
      const result = Object(results)[opening.length];
      resolve(result);
    });
    const { submit } = query;
    query.submit = (connection) => {
      const closing: Connection = Object.create(connection, {
        sync: {
          value: () => {
            write(connection, 'commit');
            connection.sync();
          },
        },
      });
      connection.stream.cork();
      try {
        for (const command of opening) write(connection, command);
        submit.call(query, closing);
      } finally {
        connection.stream.uncork();
      }
    };
    client.query(query);
  });
}

/** A command without rows, by the extended protocol: executed in order, with no answer awaited. */
function write(connection: Connection, command: string): void {
  connection.parse({ name: '', text: command, types: [] }, true);
  connection.bind({}, true);
  connection.execute({}, true);
}
