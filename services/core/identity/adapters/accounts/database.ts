import type { Database } from '@tokenholic/kit';
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';

/**
 * What may be lost when the power goes in the same instant: counts of tries, and a session that was just opened, whose
 * owner signs in again. Their commits do not wait for the disk; the next one that does takes them along. Ending a session
 * always waits.
 */
const NEED_NOT_WAIT =
  /^insert into "accounts"\."sessions"|^(?:insert into|update|delete from) "accounts"\."attempts"/;

export type AccountsDatabase = PgRemoteDatabase;

/**
 * The accounts' own door to the database: each statement is a transaction of the role `app_accounts`, which has rights on
 * the schema `accounts` and on nothing else.
 */
export function createAccountsDatabase({ pool }: Pick<Database, 'pool'>): AccountsDatabase {
  return drizzle(async (text, values, method) => {
    const client = await pool.connect();
    try {
      const wait = NEED_NOT_WAIT.test(text) ? '; set local synchronous_commit = off' : '';
      await client.query(`begin; set local role app_accounts${wait}`);
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
