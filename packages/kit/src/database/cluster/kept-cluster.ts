import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';

// The empty database that ships with the product. Making one anew runs initdb in WebAssembly beside the database itself,
// which takes seconds and three times the memory of everything that follows.

export const ARCHIVE = 'empty-cluster.tar.zst';
export const MANIFEST = 'empty-cluster.json';

export const manifestSchema = z.object({
  /** The version of PGlite that made it; another may lay its files out in another way. */
  pglite: z.string(),
  /** Of the compressed archive, in hexadecimal. */
  sha256: z.string(),
});

/** The archive, unpacked to a tar, or why it is not used. */
export type KeptCluster = { tar: Uint8Array<ArrayBuffer> } | { unfit: string };

/** The version of PGlite that is installed. */
export function installedPglite(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')));
  return version;
}

/** Reads the empty cluster in `folder`, made sure that it is whole and belongs to the PGlite that is installed. */
export function readKeptCluster(folder: string = import.meta.dirname): KeptCluster {
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
    const installed = installedPglite();
    if (manifest.pglite !== installed)
      return { unfit: `it was made by PGlite ${manifest.pglite}, and ${installed} is installed` };
    const archive = readFileSync(join(folder, ARCHIVE));
    if (digestOf(archive) !== manifest.sha256) return { unfit: 'its archive is damaged' };
    // Copied into a buffer of its own: whoever reads it may look at all of the buffer.
    return { tar: new Uint8Array(zstdDecompressSync(archive)) };
  } catch (error) {
    return { unfit: error instanceof Error ? error.message : String(error) };
  }
}

export const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
