import { type Kit, type Vault, withClient } from '@tokenholic/kit';
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { PoolClient, QueryResult } from 'pg';
import { asksForSealing } from './sealed-text.ts';

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
 * the schema `accounts` and on nothing else. What a column says is to be sealed is sealed here, and opened on its way back.
 */
export function createAccountsDatabase({
  database: { pool },
  vault,
}: Pick<Kit, 'database' | 'vault'>): AccountsDatabase {
  return drizzle(async (text, given, method) => {
    const wait = NEED_NOT_WAIT.test(text) ? '; set local synchronous_commit = off' : '';
    const begin = `begin; set local role app_accounts${wait}`;
    const run = (): Promise<QueryResult | UnknownKey> =>
      withClient(pool, async (client) => {
        const values = await sealAsked(vault, client, begin, given);
        if (values instanceof UnknownKey) {
          await client.query('rollback');
          return values;
        }
        const answer =
          method === 'all'
            ? await client.query({ text, values, rowMode: 'array' })
            : await client.query({ text, values });
        await client.query('commit');
        return answer;
      });
    let result = await run();
    // Another process has changed the key: its new version is read on a connection of its own, and then it is begun again.
    while (result instanceof UnknownKey) {
      await vault.knowOwn(result.version);
      result = await run();
    }
    // The count of changed rows is what better-auth asks for after a write that returns none.
    const rows = await openCells(vault, result);
    return { rows: Object.assign(rows, { rowCount: result.rowCount }) };
  });
}

/** A version of the installation's key that this process has not met yet. */
class UnknownKey {
  readonly version: number;
  constructor(version: number) {
    this.version = version;
  }
}

/**
 * Begins the transaction, and seals what asks for it with the version of the installation's key that counts until its end: a
 * change of the key waits for it, or it waits for the change.
 */
async function sealAsked(
  vault: Vault,
  client: PoolClient,
  begin: string,
  given: readonly unknown[],
): Promise<unknown[] | UnknownKey> {
  const asking = given.map(asksForSealing);
  if (asking.every((asked) => asked === null)) {
    await client.query(begin);
    return [...given];
  }
  await client.query(begin);
  const { rows } = await client.query<{ version: number }>('select kit.installation_key_now() as version');
  const version = rows[0]?.version ?? 1;
  if (!vault.keys.installationVersions().includes(version)) return new UnknownKey(version);
  return Promise.all(
    asking.map((asked, index) => {
      if (asked === null) return given[index];
      return asked.text === '' ? '' : vault.sealOwn(asked.place, asked.text, version);
    }),
  );
}

/** Sealed columns by their names, which are each used once in the schema. */
const PLACES: Readonly<Record<string, string>> = {
  ...{ name: 'accounts.people', email: 'accounts.people' },
  ...{ recipient: 'accounts.mails', subject: 'accounts.mails' },
  ...{ body: 'accounts.mails', error: 'accounts.mails' },
  ...{ ip_address: 'accounts.sessions', user_agent: 'accounts.sessions' },
};

/** Rows come as lists of values or as objects; a sealed one is told by how it begins. */
async function openCells(vault: Vault, { rows, fields }: QueryResult): Promise<unknown[]> {
  const sealed = (fields ?? []).flatMap(({ name }, index) => {
    const table = PLACES[name];
    return table === undefined ? [] : [{ name, index, table }];
  });
  for (const row of sealed.length === 0 ? [] : rows)
    for (const { name, index, table } of sealed) {
      const key = Array.isArray(row) ? index : name;
      const value: unknown = row[key];
      if (typeof value === 'string')
        row[key] = await vault.openOwn({ table, column: name, lookUp: false }, value);
    }
  return rows;
}
