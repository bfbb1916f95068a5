import type { Kit, SealedTable } from '@tokenholic/kit';
import type { ContactSubject, Redactor, Reference } from '../domain/contact.ts';
import { type Connection, tableName } from './gate.ts';
import { openRows, sealCell } from './sealed-rows.ts';
import { searchable } from './take-out.ts';

/** Rows read at once. */
const BATCH = 500;

/** A table of an organisation as a contact is looked for in it. */
export interface LookedThrough {
  name: string;
  sealed: SealedTable | null;
  about: Reference;
}

/** A row in plain text, and where it lies. */
export interface FoundRow {
  row: Record<string, unknown>;
  part: string;
  place: string;
}

interface Columns {
  texts: string[];
  ids: string[];
  idLists: string[];
}

/** Columns that hold text or ids, without those of the key that are text: a key is no place for names. */
export async function columnsOf(client: Connection, name: string): Promise<Columns> {
  const { rows } = await client.query<{ name: string; type: string; in_key: boolean }>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       exists (select 1 from pg_index i where i.indisprimary and i.indrelid = a.attrelid and a.attnum = any (i.indkey)) as in_key
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [tableName(name)],
  );
  const of = (...types: string[]) => rows.filter(({ type }) => types.includes(type));
  return {
    texts: of('text', 'character varying', 'jsonb', 'text[]').flatMap((one) =>
      one.in_key ? [] : [one.name],
    ),
    ids: of('uuid').map((one) => one.name),
    idLists: of('uuid[]').map((one) => one.name),
  };
}

/** Rows that may be about the person, opened. What is sealed can be told only by opening every row. */
export async function* candidates(
  kit: Pick<Kit, 'vault'>,
  client: Connection,
  table: LookedThrough,
  columns: Columns,
  person: ContactSubject,
): AsyncGenerator<FoundRow[]> {
  const name = tableName(table.name);
  const everyRow = table.sealed !== null || table.about.isTied;
  const texts = [...person.names, ...person.addresses, ...person.ids].map((text) => `%${searchable(text)}%`);
  const ids = [...person.ids, ...person.eventIds];
  const conditions = [
    'to_jsonb(t)::text ilike any ($1)',
    ...columns.ids.map((column) => `"${column}" = any ($2::uuid[])`),
    ...columns.idLists.map((column) => `"${column}" && $2::uuid[]`),
  ];
  const where = everyRow ? '$1::text[] is not null and $2::uuid[] is not null' : conditions.join(' or ');
  // Places are listed first: a row that is changed gets another one, and must not be met again.
  const { rows: places } = await client.query<{ part: string; place: string }>(
    `select tableoid::text as part, ctid::text as place from ${name} t
     where (${where}) and $2::uuid[] is not null for update`,
    [texts, ids],
  );
  for (let from = 0; from < places.length; from += BATCH) {
    const some = places.slice(from, from + BATCH);
    const { rows: read } = await client.query<FoundRow>(
      `select to_jsonb(t) as row, tableoid::text as part, ctid::text as place from ${name} t where ctid = any ($1::tid[])`,
      [some.map(({ place }) => place)],
    );
    // The parts of a table that is split number their rows alike.
    const wanted = new Set(some.map(({ part, place }) => `${part} ${place}`));
    const rows = read.filter(({ part, place }) => wanted.has(`${part} ${place}`));
    const plain = await openRows(
      kit,
      client,
      table.sealed,
      rows.map(({ row }) => row),
    );
    yield rows.map(({ part, place }, index) => ({ part, place, row: plain[index] ?? {} }));
  }
}

/** Writes the columns that say something else without the person; the answer is whether any did. */
export async function takeOutOfRow(
  kit: Pick<Kit, 'vault'>,
  client: Connection,
  table: LookedThrough,
  columns: Columns,
  { row, part, place }: FoundRow,
  redactor: Redactor,
  dry: boolean,
): Promise<boolean> {
  const changes: Record<string, unknown> = {};
  for (const column of columns.texts) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    const kept = redactor.take(value, row, table.about);
    if (JSON.stringify(kept) !== JSON.stringify(value)) changes[column] = kept;
  }
  const changed = Object.keys(changes).length > 0;
  if (changed && !dry) await writeRow(kit, client, table, { row, part, place }, changes);
  return changed;
}

/** Puts other values into a row, sealed where the column is. */
export async function writeRow(
  kit: Pick<Kit, 'vault'>,
  client: Connection,
  { name, sealed }: Pick<LookedThrough, 'name' | 'sealed'>,
  { row, part, place }: FoundRow,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const stored: Record<string, unknown> = {};
  for (const [column, plain] of Object.entries(changes)) {
    if (sealed?.columns.some((one) => one.column === column) !== true) {
      stored[column] = plain;
      continue;
    }
    const at = { organizationId: String(row.organization_id), column };
    const cell = await sealCell(kit, client, sealed, at, plain);
    stored[column] = cell.value;
    if (cell.index !== null) stored[cell.index.column] = cell.index.value;
  }
  const table = tableName(name);
  const set = Object.keys(stored).map((column) => `"${column}" = given."${column}"`);
  await client.query(
    `update ${table} t set ${set.join(', ')} from jsonb_populate_record(null::${table}, $1::jsonb) given
     where t.ctid = $2::tid and t.tableoid = $3::oid`,
    [JSON.stringify(stored), place, part],
  );
}

export async function deleteRow(
  client: Connection,
  name: string,
  { part, place }: Pick<FoundRow, 'part' | 'place'>,
): Promise<void> {
  await client.query(`delete from ${tableName(name)} t where t.ctid = $1::tid and t.tableoid = $2::oid`, [
    place,
    part,
  ]);
}
