import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { countPlainEvents, sealEvents } from '../events/seal-events.ts';
import type { TenantReader } from './data-keys.ts';
import type { SealedColumn, SealedTable } from './sealed-columns.ts';
import { beginningOf } from './sealed-value.ts';
import { openRow, type Vault } from './vault.ts';

const BATCH = 100;

export interface Resealing {
  database: Database;
  vault: Vault;
  tables: readonly SealedTable[];
}

/** Seals what is plain and seals anew what an older key sealed, a batch a transaction; the answer is how many rows. */
export async function resealOrganization(of: Resealing, organizationId: string): Promise<number> {
  let total = 0;
  for (;;) {
    const changed = await of.database.withTenant([organizationId], async (tx) => {
      let rows = 0;
      for (const table of of.tables.filter(({ own }) => !own))
        rows += await resealBatch(of.vault, tx, table, organizationId);
      rows += await sealEvents(tx, of.vault.keys, organizationId, BATCH);
      return rows;
    });
    total += changed;
    if (changed === 0) return total;
  }
}

/** How many rows are not sealed with the newest key, also those that somebody is writing just now. */
export async function countStale(
  tx: TenantReader,
  { vault, tables }: Pick<Resealing, 'vault' | 'tables'>,
  organizationId: string,
): Promise<number> {
  const { version } = await vault.keys.newest(tx, organizationId);
  let total = 0;
  for (const table of tables.filter(({ own }) => !own)) {
    const { rows } = await tx.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${tableOf(table)} where organization_id = ${organizationId} and (${staleIn(table, version)})`,
    );
    total += rows[0]?.count ?? 0;
  }
  return total + (await countPlainEvents(tx, organizationId));
}

async function resealBatch(
  vault: Vault,
  tx: TenantReader,
  table: SealedTable,
  organizationId: string,
): Promise<number> {
  const { version } = await vault.keys.newest(tx, organizationId);
  const wanted = [...table.key, ...table.columns.map(({ column }) => column)];
  // Rows that somebody holds are taken in the next round: nobody waits for this.
  const { rows } = await tx.db.execute<Record<string, unknown>>(
    sql`select ${sql.join(wanted.map(named), sql`, `)} from ${tableOf(table)}
      where organization_id = ${organizationId} and (${staleIn(table, version)}) limit ${BATCH} for update skip locked`,
  );
  for (const row of rows) {
    const plain = await openRow(vault.keys, tx, table, organizationId, row, 'column');
    const byProperty = Object.fromEntries(
      table.columns.map(({ property, column }) => [property, Reflect.get(plain, column)]),
    );
    const sealed = await vault.seal(tx, table, organizationId, byProperty);
    const changes = table.columns.flatMap(({ property, column, kind, index }) => [
      ...change(column, Reflect.get(sealed, property), kind),
      ...(index === null ? [] : change(index.column, Reflect.get(sealed, index.property), 'text' as const)),
    ]);
    const isRow = table.key.map((column) => sql`${named(column)} = ${row[column]}`);
    await tx.db.execute(
      sql`update ${tableOf(table)} set ${sql.join(changes, sql`, `)} where ${sql.join(isRow, sql` and `)}`,
    );
  }
  return rows.length;
}

const named = (name: string) => sql.identifier(name);

function change(column: string, value: unknown, kind: SealedColumn['kind']): SQL[] {
  if (typeof value !== 'string') return [];
  return [
    kind === 'json' ? sql`${named(column)} = to_jsonb(${value}::text)` : sql`${named(column)} = ${value}`,
  ];
}

function tableOf({ name }: SealedTable): SQL {
  const [schema = '', table = ''] = name.split('.');
  return sql`${named(schema)}.${named(table)}`;
}

function staleIn(table: SealedTable, version: number): SQL {
  const each = table.columns.map(({ column, kind }) => {
    const value = kind === 'json' ? sql`(${named(column)} #>> '{}')` : named(column);
    // JSON that holds nothing at all reads as null.
    return sql`(${value} is not null and ${value} <> '' and not starts_with(${value}, ${beginningOf(version)}))`;
  });
  return sql.join(each, sql` or `);
}
