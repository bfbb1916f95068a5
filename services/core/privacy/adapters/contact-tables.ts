import type { Kit, SealedTable } from '@tokenholic/kit';
import { blobKey } from '../domain/blob-key.ts';
import type { ContactSubject, Redactor } from '../domain/contact.ts';
import { type ContactPlace, contactPlaces } from '../domain/contact-places.ts';
import { ERASED } from '../domain/mentions.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import { organizationTables } from '../domain/registry.ts';
import { settleConsents } from './contact-consents.ts';
import { redactEvents } from './contact-events.ts';
import {
  candidates,
  columnsOf,
  deleteRow,
  type FoundRow,
  type LookedThrough,
  takeOutOfRow,
  writeRow,
} from './contact-rows.ts';
import { type Connection, tableName } from './gate.ts';
import { sealedColumnsOf } from './sealed-rows.ts';
import { searchable } from './take-out.ts';

export interface Walk {
  client: Connection;
  person: ContactSubject;
  redactor: Redactor;
  sealed: readonly SealedTable[];
  present: ReadonlySet<string>;
  /** Counts only. */
  dry: boolean;
}

export interface WalkedTable extends LookedThrough {
  place: ContactPlace;
  blob: string | null;
}

/** Tables of organisations in which a contact can stand, as they are looked through. */
export function walkedTables({ present, sealed }: Pick<Walk, 'present' | 'sealed'>): WalkedTable[] {
  return organizationTables.flatMap(({ name, entry }) => {
    const place = contactPlaces[name];
    if (place === undefined || !present.has(name)) return [];
    const about = {
      isTied: place.how === 'named' && place.isTied,
      clientColumn: entry.clientColumn,
    };
    return [{ name, place, about, blob: entry.blob, sealed: sealedColumnsOf(sealed, name) }];
  });
}

/** Goes through every table for a contact and takes the person out; the answer says for each what was done. */
export async function walkTables(kit: Kit, walk: Walk): Promise<ErasedStore[]> {
  const stores: ErasedStore[] = [];
  for (const table of walkedTables(walk)) stores.push(...(await walkTable(kit, walk, table)));
  return stores.filter(({ erased }) => erased !== 0);
}

async function walkTable(kit: Kit, walk: Walk, table: WalkedTable): Promise<ErasedStore[]> {
  const { client, person } = walk;
  const { name, place } = table;
  const tell = (erased: number | null, done: 'deleted' | 'emptied' | 'replaced') => [
    count('table', name, erased, { done }),
  ];
  switch (place.how) {
    case 'none':
      return [];
    case 'kept':
      return [count('table', name, await countKept(client, name, person), { done: 'kept', why: place.why })];
    case 'own':
      return tell(await dropOwn(walk, name, place.column), 'deleted');
    case 'events':
      return redactEvents(kit, walk);
    case 'consents':
      return settleConsents(kit, walk);
    case 'copy':
      return tell(await overRows(kit, walk, table, (row) => dropCopy(kit, walk, table, row)), 'deleted');
    case 'record':
      return [
        ...tell(await overRows(kit, walk, table, (row) => emptyRecord(kit, walk, table, row)), 'emptied'),
        ...tell(await replaceIn(kit, walk, table, (row) => !person.ids.includes(String(row.id))), 'replaced'),
      ];
    case 'named':
      return tell(await replaceIn(kit, walk, table, () => true), 'replaced');
  }
}

async function overRows(
  kit: Kit,
  { client, person }: Walk,
  table: WalkedTable,
  work: (found: FoundRow) => Promise<boolean>,
): Promise<number> {
  const columns = await columnsOf(client, table.name);
  let total = 0;
  for await (const rows of candidates(kit, client, table, columns, person))
    for (const found of rows) if (await work(found)) total += 1;
  return total;
}

async function replaceIn(
  kit: Kit,
  walk: Walk,
  table: WalkedTable,
  isWanted: (row: FoundRow['row']) => boolean,
): Promise<number> {
  const columns = await columnsOf(walk.client, table.name);
  return overRows(kit, walk, table, async (found) =>
    isWanted(found.row)
      ? takeOutOfRow(kit, walk.client, table, columns, found, walk.redactor, walk.dry)
      : false,
  );
}

/** A row that stands for a file takes it along. */
async function dropCopy(
  { blobs }: Pick<Kit, 'blobs'>,
  { client, redactor, dry }: Walk,
  table: WalkedTable,
  found: FoundRow,
): Promise<boolean> {
  const { place, about, name, blob } = table;
  if (!redactor.names(found.row, about)) return false;
  const unless = place.how === 'copy' ? place.unless : null;
  if (unless !== null && found.row[unless] !== null) return false;
  if (dry) return true;
  if (blob !== null) await blobs.remove(String(found.row.organization_id), blobKey(blob, found.row));
  await deleteRow(client, name, found);
  return true;
}

async function emptyRecord(kit: Kit, { client, person, dry }: Walk, table: WalkedTable, found: FoundRow) {
  if (!person.ids.includes(String(found.row.id))) return false;
  const changes = {
    name: ERASED,
    title: '',
    email: '',
    phone: '',
    notes: '',
    custom: {},
    erased_at: new Date(),
  };
  if (!dry) await writeRow(kit, client, table, found, changes);
  return true;
}

async function dropOwn({ client, person, dry }: Walk, name: string, column: string): Promise<number> {
  const table = tableName(name);
  const where = `where "${column}" = any ($1::uuid[])`;
  if (dry) {
    const text = `select count(*)::int as count from ${table} ${where}`;
    return (await client.query<{ count: number }>(text, [person.ids])).rows[0]?.count ?? 0;
  }
  return (await client.query(`delete from ${table} ${where}`, [person.ids])).rowCount ?? 0;
}

/** Rows that stay, by id and by what they say. */
async function countKept(client: Connection, name: string, person: ContactSubject): Promise<number> {
  const text = `select count(*)::int as count from ${tableName(name)} t where to_jsonb(t)::text ilike any ($1)`;
  const { rows } = await client.query<{ count: number }>(text, [
    [...person.ids, ...person.names, ...person.addresses].map((text) => `%${searchable(text)}%`),
  ]);
  return rows[0]?.count ?? 0;
}
