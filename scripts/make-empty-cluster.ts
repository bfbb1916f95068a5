import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { createTar, type TarFileInput } from 'nanotar';
import {
  ARCHIVE,
  digestOf,
  installedPglite,
  MANIFEST,
} from '../packages/kit/src/database/cluster/kept-cluster.ts';
import { makeCluster } from '../packages/kit/src/database/cluster/lay-cluster.ts';

// Makes the empty database that ships with the product, with the PGlite that is installed. Run it after PGlite was
// updated: `npm run make:cluster`. Two runs differ in the moment and the identity that initdb gives each cluster only.

const kept = join(import.meta.dirname, '../packages/kit/src/database/cluster');
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-cluster-'));
try {
  await makeCluster(folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map(
      (name): TarFileInput =>
        statSync(join(folder, name)).isDirectory()
          ? { name: `${name}/`, attrs: { mode: '700' } }
          : { name, data: readFileSync(join(folder, name)), attrs: { mode: '600' } },
    );
  const tar = createTar(files);
  const archive = zstdCompressSync(tar, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      // The three databases of a cluster are alike: found so only by who remembers the one before.
      [constants.ZSTD_c_windowLog]: 27,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
  writeFileSync(join(kept, ARCHIVE), archive);
  const manifest = { pglite: installedPglite(), sha256: digestOf(archive) };
  writeFileSync(join(kept, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  process.stdout.write(
    `PGlite ${manifest.pglite}: ${files.length} files, ${tar.byteLength} bytes, ${archive.byteLength} compressed\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
