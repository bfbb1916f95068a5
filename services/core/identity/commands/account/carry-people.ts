import type { Vault, Way } from '@tokenholic/kit';
import { LEAVE_MARKS, markOfAddress } from '../../adapters/accounts/departed.ts';

/** What opens and closes in one installation; nothing of it is read while others wait. */
export interface Sealing {
  vault: Vault;
  /** The secret of its accounts. */
  secret: string;
}

/** Who goes, with the hashes of their keys, and where to. */
export interface Leaving {
  personIds: readonly string[];
  keyHashes: readonly string[];
  address: string;
}

const TABLES = ['accounts.people', 'accounts.credentials', 'accounts.second_factors'] as const;
const OWN = [
  { column: 'name', lookUp: false },
  { column: 'email', lookUp: true },
] as const;

/**
 * Within the last transaction of a seller in this installation: accounts are closed for changes, copied with what they are
 * opened with, and taken away. Nobody else waits but who changes a password in that moment. Sessions and links are given up.
 */
export async function carryPeople(
  { source, target }: Way,
  from: Sealing,
  to: Sealing,
  { personIds, keyHashes, address }: Leaving,
): Promise<number> {
  await source.query(`lock table ${TABLES.join(', ')} in share row exclusive mode`);
  const { symmetricDecrypt, symmetricEncrypt } = await import('better-auth/crypto');
  const version = await ownVersion(target);
  const marks: string[] = [];
  const remake: Record<string, (row: Row) => Promise<Row>> = {
    'accounts.people': async (row) => {
      const anew: Row = { ...row };
      for (const { column, lookUp } of OWN) {
        const place = { table: 'accounts.people', column, lookUp };
        const text = await from.vault.openOwn(place, String(row[column]));
        if (column === 'email') marks.push(await markOfAddress(from.vault, text));
        anew[column] = await to.vault.sealOwn(place, text, version);
      }
      return anew;
    },
    'accounts.second_factors': async (row) => {
      const anew: Row = { ...row };
      for (const column of ['secret', 'backup_codes']) {
        const data = await symmetricDecrypt({ key: from.secret, data: String(row[column]) });
        anew[column] = await symmetricEncrypt({ key: to.secret, data });
      }
      return anew;
    },
  };
  let people = 0;
  for (const table of TABLES) {
    const column = table === 'accounts.people' ? 'id' : 'user_id';
    const { rows } = await source.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where ${column} = any ($1)`,
      [personIds],
    );
    const anew = await Promise.all(rows.map(({ row }) => remake[table]?.(row) ?? row));
    // What a try that failed at its very end left there.
    await target.query(`delete from ${table}`);
    await target.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(anew),
    ]);
    if (table === 'accounts.people') people = rows.length;
  }
  await source.query(LEAVE_MARKS, [personIds, address, keyHashes, marks]);
  for (const table of ['accounts.sessions', 'accounts.credentials', 'accounts.second_factors'])
    await source.query(`delete from ${table} where user_id = any ($1)`, [personIds]);
  await source.query('delete from accounts.verifications where value = any ($1::text[])', [personIds]);
  await source.query(
    'delete from accounts.mails where recipient in (select email from accounts.people where id = any ($1))',
    [personIds],
  );
  await source.query('delete from accounts.people where id = any ($1)', [personIds]);
  return people;
}

/** Which version of the new installation's own key seals: nobody else is there to change it. */
async function ownVersion(target: Way['target']): Promise<number> {
  const { rows } = await target.query<{ version: number }>('select version from kit.installation_key');
  if (rows[0] === undefined) throw new Error('The new installation has no key of its own');
  return rows[0].version;
}

type Row = Record<string, unknown>;
