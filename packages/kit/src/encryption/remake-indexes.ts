import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { SealedTable } from './sealed-columns.ts';
import { openRow, type Vault } from './vault.ts';

/** Columns whose keyed hashes are made with the installation's own key, so that another installation makes its own; by table. */
export function acrossIndexes(tables: readonly SealedTable[]): Record<string, string[]> {
  return Object.fromEntries(
    tables.flatMap(({ name, columns }) => {
      const across = columns.flatMap(({ index }) => (index?.across === true ? [index.column] : []));
      return across.length === 0 ? [] : [[name, across]];
    }),
  );
}

/** Makes those hashes anew for rows that came from another installation; the answer is how many rows have one. */
export async function remakeIndexes(
  client: PoolClient,
  vault: Vault,
  tables: readonly SealedTable[],
): Promise<number> {
  const db = drizzle(client);
  let total = 0;
  for (const table of tables.filter(({ name }) => name in acrossIndexes(tables))) {
    const [schema = '', name = ''] = table.name.split('.');
    const place = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    const { rows } = await db.execute<Record<string, unknown> & { organization_id: string }>(
      sql`select * from ${place}`,
    );
    for (const row of rows) {
      const plain = await openRow(vault.keys, { db }, table, row.organization_id, row, 'column');
      for (const { property, column, index } of table.columns) {
        const text: unknown = Reflect.get(plain, column);
        if (index?.across !== true || typeof text !== 'string' || text === '') continue;
        const isRow = table.key.map((key) => sql`${sql.identifier(key)} = ${row[key]}`);
        const value = await vault.lookUpAcross(table, property, text);
        await db.execute(
          sql`update ${place} set ${sql.identifier(index.column)} = ${value} where ${sql.join(isRow, sql` and `)}`,
        );
        total += 1;
      }
    }
  }
  return total;
}
