import { type Kit, openPayload, type Principal } from '@tokenholic/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { consentIndexes } from '../adapters/contact-consents.ts';
import { namingFiles } from '../adapters/contact-files.ts';
import { candidates, columnsOf } from '../adapters/contact-rows.ts';
import { type WalkedTable, walkedTables } from '../adapters/contact-tables.ts';
import { type Connection, presentTables, type Subject, withSubject } from '../adapters/gate.ts';
import { fenceOf } from '../commands/erase-contact.ts';
import { type ContactSubject, type Redactor, redactorFor } from '../domain/contact.ts';
import { registry } from '../domain/registry.ts';
import type { PrivacyPorts } from '../ports.ts';
import { type ArchiveFile, archiveOf, onePiece } from './export-archive.ts';
import { findContact } from './find-contact.ts';

const HOW_TO_READ =
  'Each file in tables/ holds the rows of one table that are about the person or name them, one JSON object a line (UTF-8). files/ holds files in which the person is named. This manifest lists every file with its size and SHA-256.';

type Row = Record<string, unknown>;

/** Everything known about a contact: rows of every table that are about the person or name them, and files. */
export async function exportContact(
  kit: Kit,
  ports: PrivacyPorts,
  principal: Principal,
  which: { clientId: string; contactId: string },
): Promise<AsyncGenerator<ArchiveFile>> {
  const { person } = await findContact(kit, ports, { ...which, home: principal.homeOrganizationId });
  const fence = await fenceOf(kit, person);
  const present = await presentTables(kit.database);
  const redactor = redactorFor(person);
  const parts = async function* () {
    for (const table of walkedTables({ present, sealed: ports.sealedTables() })) {
      const rows = await withSubject(kit.database, fence, (client) =>
        rowsAbout(kit, client, table, person, redactor),
      );
      if (rows.length > 0) yield tableFile(table.name, rows);
    }
    yield* filesOf(kit, ports, fence, person, present);
  };
  return archiveOf(parts(), (files) => ({
    ...{ format: 'tokenholic-contact-1', contactId: which.contactId, clientId: which.clientId },
    ...{ madeAt: kit.now().toISOString(), reading: HOW_TO_READ, files },
  }));
}

function tableFile(name: string, rows: readonly Row[]) {
  const lines = async function* () {
    for (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
  };
  return { path: `tables/${name}.ndjson`, rows: () => rows.length, bytes: lines() };
}

async function rowsAbout(
  kit: Kit,
  client: Connection,
  table: WalkedTable,
  person: ContactSubject,
  redactor: Redactor,
): Promise<Row[]> {
  const { place, name, about } = table;
  if (place.how === 'none' || place.how === 'kept') return [];
  if (place.how === 'consents') return consentsOf(kit, client, table, person);
  const entry = registry[name];
  const hidden = entry?.scope === 'organization' ? entry.hidden : [];
  const columns = await columnsOf(client, name);
  const found: Row[] = [];
  const isLog = place.how === 'events';
  // The two halves of an event are put together again: every one is read as it lies, and opened whole.
  const read = isLog ? { ...table, sealed: null, about: { ...about, isTied: true } } : table;
  for await (const rows of candidates(kit, client, read, columns, person))
    for (const { row } of rows) {
      const whole = isLog ? await openedEvent(kit, client, row) : row;
      if (!redactor.names(whole, about)) continue;
      found.push(Object.fromEntries(Object.entries(whole).filter(([column]) => !hidden.includes(column))));
    }
  return found;
}

async function openedEvent(kit: Kit, client: Connection, row: Row): Promise<Row> {
  const { personal, ...event } = row;
  const stored = { payload: row.payload, personal: typeof personal === 'string' ? personal : null };
  const organizationId = String(row.organization_id);
  const reader = { db: drizzle(client) };
  return { ...event, payload: await openPayload(kit.vault.keys, reader, organizationId, stored) };
}

async function consentsOf(
  kit: Kit,
  client: Connection,
  table: WalkedTable,
  person: ContactSubject,
): Promise<Row[]> {
  const indexes = await consentIndexes(kit, { client, person });
  const found: Row[] = [];
  for await (const rows of candidates(kit, client, table, await columnsOf(client, table.name), person))
    for (const { row } of rows) {
      const { address_index: index, ...shown } = row;
      if (typeof index === 'string' && indexes.includes(index)) found.push(shown);
    }
  return found;
}

async function* filesOf(
  kit: Kit,
  { documents }: PrivacyPorts,
  fence: Subject,
  person: ContactSubject,
  present: ReadonlySet<string>,
) {
  const files = await namingFiles(kit, fence, person, { present, documents });
  const list = files.map(({ store, id, name }) => ({ store, id, name }));
  if (list.length > 0) yield tableFile('files', list);
  // Lines of an import and passages of the knowledge base are about others too: they are listed, not handed out.
  for (const { organizationId, key } of files) {
    const isTheirs = key !== null && organizationId === person.clientId;
    const content = isTheirs ? await kit.blobs.get(organizationId, key) : null;
    if (content !== null) yield { path: `files/${key}`, bytes: onePiece(content) };
  }
}
