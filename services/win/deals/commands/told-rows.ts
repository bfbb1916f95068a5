import type { SealedTable, TenantTransaction } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { sealedChanges, sealedDeals } from '../sealed.ts';

type Row = Record<string, unknown>;
type Told = 'deals' | 'changes' | 'marks';

/** The same columns, for rows as the database names them. */
const byColumn = (table: SealedTable): SealedTable => ({
  ...table,
  columns: table.columns.map((one) => ({ ...one, property: one.column })),
});
const SEALED = { changes: byColumn(sealedChanges), deals: byColumn(sealedDeals) };

/** Rows that go with a deal which is merged away, in plain text: they are sealed as a whole with what undoes the merge. */
export async function takeRows(
  tx: TenantTransaction,
  table: 'deal_contacts' | 'changes' | 'marks',
  { dealId, organizationId }: { dealId: string; organizationId: string },
): Promise<Row[]> {
  const { rows } = await tx.db.execute<{ row: Row }>(sql`
    select to_jsonb(t) as row from deals.${sql.identifier(table)} t where deal_id = ${dealId}`);
  const found = rows.map(({ row }) => ({ ...row, organizationId }));
  const opened = table === 'changes' ? await tx.open(SEALED.changes, found) : found;
  return opened.map(({ organizationId: _, ...row }) => row);
}

/** Brings such a row back, its columns sealed one by one again. */
export async function putRow(
  tx: TenantTransaction,
  table: Told,
  organizationId: string,
  row: Row,
): Promise<void> {
  const name = sql.identifier(table);
  const stored = table === 'marks' ? row : await tx.seal(SEALED[table], organizationId, row);
  await tx.db.execute(sql`
    insert into deals.${name} select * from jsonb_populate_record(null::deals.${name}, ${JSON.stringify(stored)}::jsonb)
    on conflict do nothing`);
}
