import { type Kit, openRow, type SealedTable } from '@tokenholic/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Connection } from './gate.ts';

/** The sealed columns of a table, when it has any. */
export function sealedColumnsOf(tables: readonly SealedTable[], name: string): SealedTable | null {
  return tables.find((table) => table.name === name) ?? null;
}

/** Rows as the database names their columns, with what is sealed in plain text. Each names its organisation. */
export async function openRows<R extends Record<string, unknown>>(
  kit: Pick<Kit, 'vault'>,
  client: Connection,
  table: SealedTable | null,
  rows: readonly R[],
): Promise<R[]> {
  if (table === null) return [...rows];
  const reader = { db: drizzle(client) };
  const opened: R[] = [];
  for (const row of rows)
    opened.push(await openRow(kit.vault.keys, reader, table, String(row.organization_id), row, 'column'));
  return opened;
}

/** One value of a row, sealed for where it stands. */
export async function sealCell(
  kit: Pick<Kit, 'vault'>,
  client: Connection,
  table: SealedTable,
  at: { organizationId: string; column: string },
  plain: unknown,
): Promise<{ value: string; kind: 'text' | 'json'; index: { column: string; value: string } | null }> {
  const column = table.columns.find((one) => one.column === at.column);
  if (column === undefined) throw new Error(`${table.name}.${at.column} is not sealed`);
  const reader = { db: drizzle(client) };
  const only = { ...table, columns: [{ ...column, property: 'value' }] };
  const sealed: Record<string, unknown> = await kit.vault.seal(reader, only, at.organizationId, {
    value: plain,
  });
  const { index } = column;
  return {
    value: String(sealed.value ?? ''),
    kind: column.kind,
    index: index === null ? null : { column: index.column, value: String(sealed[index.property] ?? '') },
  };
}
