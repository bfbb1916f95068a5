import { type Kit, rotateInstallationKey, type Vault } from '@tokenholic/kit';
import type { PoolClient } from 'pg';

interface OwnTable {
  table: string;
  columns: readonly { name: string; lookUp: boolean }[];
}

/** What the installation's own key seals. */
const OWN: readonly OwnTable[] = [
  {
    table: 'accounts.people',
    columns: [
      { name: 'name', lookUp: false },
      { name: 'email', lookUp: true },
    ],
  },
  {
    table: 'accounts.mails',
    columns: [
      { name: 'recipient', lookUp: true },
      ...['subject', 'body', 'error'].map((name) => ({ name, lookUp: false })),
    ],
  },
  {
    table: 'accounts.sessions',
    columns: ['ip_address', 'user_agent'].map((name) => ({ name, lookUp: false })),
  },
];

/** A new key for accounts, their sessions and the mails to them; the answer is how many rows were sealed anew. */
export const rotateOwnKey = (kit: Pick<Kit, 'database' | 'vault'>): Promise<number> =>
  rotateInstallationKey(kit, async (client, version) => {
    await client.query('set local role app_accounts');
    let total = 0;
    for (const table of OWN) total += await resealTable(kit.vault, client, table, version);
    return total;
  });

async function resealTable(
  vault: Vault,
  client: PoolClient,
  { table, columns }: OwnTable,
  version: number,
): Promise<number> {
  const names = columns.map(({ name }) => name);
  const { rows } = await client.query<Record<string, string | null> & { id: string }>(
    `select id, ${names.join(', ')} from ${table} for update`,
  );
  for (const row of rows) {
    const values: (string | null)[] = [];
    for (const { name, lookUp } of columns) {
      const stored = row[name] ?? null;
      const place = { table, column: name, lookUp };
      const plain = stored === null || stored === '' ? stored : await vault.openOwn(place, stored);
      values.push(plain === null || plain === '' ? plain : await vault.sealOwn(place, plain, version));
    }
    const set = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
    await client.query(`update ${table} set ${set} where id = $1`, [row.id, ...values]);
  }
  return rows.length;
}
