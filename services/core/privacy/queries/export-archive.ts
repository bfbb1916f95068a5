import { createHash } from 'node:crypto';
import type { Kit, SealedTable } from '@tokenholic/kit';
import { presentTables, type Subject } from '../adapters/gate.ts';
import { readRows } from '../adapters/rows.ts';
import { sealedColumnsOf } from '../adapters/sealed-rows.ts';
import { blobKey } from '../domain/blob-key.ts';
import { organizationTables, personTables } from '../domain/registry.ts';

/** One file of an archive, in pieces. */
export interface ArchiveFile {
  path: string;
  bytes: AsyncIterable<Uint8Array>;
}

export interface ExportOptions {
  /** The organisation's own request gets what it gave and who it is; the vendor's on its behalf gets everything. */
  extent: 'theirs' | 'everything';
  organizationId: string;
  /** What is sealed at rest leaves in plain text: the archive is the organisation's own. */
  sealed: readonly SealedTable[];
}

interface Listed {
  path: string;
  rows?: number;
  bytes: number;
  sha256: string;
}

const HOW_TO_READ =
  'Each file in tables/ holds the rows of one table, one JSON object a line (UTF-8). files/ holds files as they were given. This manifest lists every file with its size and SHA-256.';

/** A file before it is listed: with its rows, counted once it was read. */
export interface ArchivePart extends ArchiveFile {
  rows?: () => number;
}

/** Everything of a subject: tables as lines of JSON, files as they are, and a manifest last. */
export function exportArchive(
  kit: Kit,
  subject: Subject,
  options: ExportOptions,
): AsyncGenerator<ArchiveFile> {
  return archiveOf(partsOf(kit, subject, options), (files) => ({
    ...{ format: 'tokenholic-export-1', organizationId: options.organizationId, extent: options.extent },
    ...{ madeAt: kit.now().toISOString(), reading: HOW_TO_READ, files },
  }));
}

/** Files one after the other, and a manifest that lists each with its size and hash. */
export async function* archiveOf(
  parts: AsyncIterable<ArchivePart>,
  manifestOf: (files: readonly Listed[]) => object,
): AsyncGenerator<ArchiveFile> {
  const listed: Listed[] = [];
  for await (const { path, rows, bytes } of parts)
    yield {
      path,
      bytes: noting(bytes, (size, sha256) =>
        listed.push({ path, ...(rows === undefined ? {} : { rows: rows() }), bytes: size, sha256 }),
      ),
    };
  const manifest = async function* () {
    yield Buffer.from(JSON.stringify(manifestOf(listed), null, 2));
  };
  yield { path: 'manifest.json', bytes: manifest() };
}

async function* partsOf(kit: Kit, subject: Subject, options: ExportOptions): AsyncGenerator<ArchivePart> {
  const present = await presentTables(kit.database);
  const blobs: string[] = [];
  const tables = [
    ...organizationTables.filter(({ entry }) => options.extent === 'everything' || entry.theirs),
    ...personTables,
  ].filter(({ name }) => present.has(name));
  for (const { name, entry } of tables) {
    let rows = 0;
    const lines = async function* () {
      const sealed = sealedColumnsOf(options.sealed, name);
      for await (const batch of readRows(kit, subject, name, entry.hidden, sealed)) {
        rows += batch.length;
        if (entry.scope === 'organization' && entry.blob !== null)
          for (const row of batch) blobs.push(blobKey(entry.blob, row));
        yield Buffer.from(`${batch.map((row) => JSON.stringify(row)).join('\n')}\n`);
      }
    };
    yield { path: `tables/${name}.ndjson`, rows: () => rows, bytes: lines() };
  }
  for (const key of blobs) {
    const content = await kit.blobs.get(options.organizationId, key);
    if (content === null) continue;
    yield { path: `files/${key}`, bytes: onePiece(content) };
  }
}

export async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Passes pieces on and says at the end how many bytes they were and their hash. */
async function* noting(
  pieces: AsyncIterable<Uint8Array>,
  done: (bytes: number, sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.byteLength;
    yield piece;
  }
  done(size, hash.digest('hex'));
}
