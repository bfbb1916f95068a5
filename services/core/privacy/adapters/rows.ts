import type { Kit, SealedTable } from '@tokenholic/kit';
import { type Subject, tableName, withSubject } from './gate.ts';
import { openRows } from './sealed-rows.ts';

const BATCH = 500;

interface KeyedRow {
  row: Record<string, unknown>;
  key: string[];
}

/** Rows of one table as JSON, batch by batch in the order of its key: no transaction stays open while they are sent. */
export async function* readRows(
  kit: Kit,
  subject: Subject,
  name: string,
  hidden: readonly string[],
  sealed: SealedTable | null,
): AsyncGenerator<Record<string, unknown>[]> {
  const table = tableName(name);
  const key = await keyOf(kit, table);
  const values = key.map((column) => `"${column}"::text`).join(', ');
  const columns = key.map((column) => `"${column}"`).join(', ');
  let last: readonly string[] = [];
  for (;;) {
    const after: readonly string[] = last;
    const where =
      after.length === 0 ? '' : `where (${columns}) > (${key.map((_, index) => `$${index + 1}`)})`;
    const rows: KeyedRow[] = await withSubject(kit.database, subject, async (client) => {
      const text = `select to_jsonb(t) as row, array[${values}] as key from ${table} t ${where} order by ${columns} limit ${BATCH}`;
      const found = (await client.query<KeyedRow>(text, [...after])).rows;
      const plain = await openRows(
        kit,
        client,
        sealed,
        found.map(({ row }) => row),
      );
      return found.map(({ key: place }, index) => ({ key: place, row: plain[index] ?? {} }));
    });
    if (rows.length > 0)
      yield rows.map(({ row }) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column))),
      );
    last = rows.at(-1)?.key ?? [];
    if (rows.length < BATCH) return;
  }
}

async function keyOf(kit: Kit, table: string): Promise<string[]> {
  const { rows } = await kit.database.pool.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indisprimary and i.indrelid = coalesce(
       -- A table that is split keeps its keys in its parts: those of everybody's tell.
       (select inhrelid from pg_inherits join pg_class c on c.oid = inhrelid
        where inhparent = $1::regclass and c.relpartbound is not null and pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT'),
       $1::regclass)
     order by array_position(i.indkey::int2[], a.attnum)`,
    [table],
  );
  if (rows.length === 0) throw new Error(`${table} has no primary key`);
  return rows.map(({ name }) => name);
}
