import type { NamingFile } from '@tokenholic/contracts';
import { decodeText, readDocument } from '@tokenholic/documents';
import { isAppError, type Kit } from '@tokenholic/kit';
import { blobKey } from '../domain/blob-key.ts';
import type { ContactSubject } from '../domain/contact.ts';
import { type FileNaming, fileNaming } from '../domain/contact-files.ts';
import type { DocumentStore } from '../ports.ts';
import { type Connection, type Subject, tableName, withSubject } from './gate.ts';

interface FileTable {
  table: string;
  store: Exclude<NamingFile['store'], 'knowledge'>;
  key: string;
  /** Column that says how the file is called. */
  called: string;
}

/** Files are read by their rows; mails that wait for a deal go with their rows. */
const FILE_TABLES: readonly FileTable[] = [
  { table: 'deals.files', store: 'deal_files', key: 'deal-files/{id}', called: 'name' },
  { table: 'research.materials', store: 'materials', key: 'materials/{id}', called: 'file_name' },
  { table: 'deals.imports', store: 'imports', key: 'deal-imports/{id}', called: 'file_name' },
];

/** A file that names the person, and what becomes of it. */
export interface NamedFile extends NamingFile {
  table: string | null;
  organizationId: string;
  key: string | null;
  /** The file without the person; null: it goes whole. */
  rewritten: Uint8Array | null;
}

/** Files and documents that name a contact. What no reader understands, as a picture, cannot be looked through. */
export async function namingFiles(
  kit: Pick<Kit, 'blobs' | 'database'>,
  fence: Subject,
  person: ContactSubject,
  { present, documents }: { present: ReadonlySet<string>; documents: DocumentStore | null },
): Promise<NamedFile[]> {
  const naming = fileNaming(person);
  const found: NamedFile[] = [];
  for (const table of FILE_TABLES.filter((one) => present.has(one.table))) {
    // Files are read outside of a transaction: nobody waits for them.
    const rows = await withSubject(kit.database, fence, (client) => rowsOf(client, table.table));
    found.push(...(await inTable(kit, rows, table, naming, person)));
  }
  if (documents !== null)
    for (const { id, title } of await documents.find(person.vendorId, {
      certain: person.addresses,
      names: person.names,
      together: person.clientName,
    }))
      found.push({
        ...{ store: 'knowledge', id, name: title, rewritable: false, rewritten: null },
        ...{ table: null, organizationId: person.vendorId, key: null },
      });
  return found;
}

type Row = Record<string, unknown>;

async function rowsOf(client: Connection, table: string): Promise<Row[]> {
  const text = `select to_jsonb(t) as row from ${tableName(table)} t`;
  return (await client.query<{ row: Row }>(text)).rows.map(({ row }) => row);
}

async function inTable(
  { blobs }: Pick<Kit, 'blobs'>,
  rows: readonly Row[],
  { table, store, key: pattern, called }: FileTable,
  naming: FileNaming,
  { clientId }: ContactSubject,
): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  for (const row of rows) {
    const organizationId = String(row.organization_id);
    const name = String(row[called]);
    const key = blobKey(pattern, row);
    const bytes = await blobs.get(organizationId, key);
    if (bytes === null) continue;
    const isClients = organizationId === clientId;
    const plain = plainTextOf(bytes);
    const text = plain ?? (await readText(name, bytes));
    if (text === null || !naming.isNamed(text, isClients)) continue;
    const rewritten = plain === null ? null : Buffer.from(naming.rewrite(plain, isClients));
    found.push({
      ...{ store, id: String(row.id), name, rewritable: rewritten !== null, rewritten },
      ...{ table, organizationId, key },
    });
  }
  return found;
}

/** The text of a file that is nothing but text; null of any other. */
function plainTextOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  return isPdf ? null : decodeText(bytes, null);
}

async function readText(fileName: string, bytes: Uint8Array): Promise<string | null> {
  try {
    return (await readDocument({ fileName, mediaType: '', bytes })).text;
  } catch (error) {
    // Not a document: a picture, or a file nobody can read.
    if (isAppError(error)) return null;
    throw error;
  }
}
