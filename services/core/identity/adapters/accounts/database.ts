import type { Database } from '@tokenholic/kit';
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';

export type AccountsDatabase = PgRemoteDatabase;

/**
 * The accounts' own door to the database: each statement is a transaction of the role `app_accounts`, which has rights on
 * the schema `accounts` and on nothing else.
 */
export function createAccountsDatabase({ pool }: Pick<Database, 'pool'>): AccountsDatabase {
  return drizzle(async (text, values, method) => {
    const client = await pool.connect();
    try {
      await client.query('begin; set local role app_accounts');
      const result =
        method === 'all'
          ? await client.query({ text, values, rowMode: 'array' })
          : await client.query({ text, values });
      await client.query('commit');
      // The count of changed rows is what better-auth asks for after a write that returns none.
      return { rows: Object.assign(result.rows, { rowCount: result.rowCount }) };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  });
}
