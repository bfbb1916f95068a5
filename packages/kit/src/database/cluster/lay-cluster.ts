import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { parseTar } from 'nanotar';
import { readKeptCluster } from './kept-cluster.ts';

/** PostgreSQL writes this file into each cluster it makes, and reads it first. */
const SIGN = 'PG_VERSION';
/** Only the owner of the process reads and writes the database: PostgreSQL refuses a folder that others may read. */
const [FOLDER_MODE, FILE_MODE] = [0o700, 0o600];
/** How many files are told to the disk at once: file systems write what waits together in one go. */
const SYNCED_TOGETHER = 16;

/**
 * Makes sure that a whole database cluster lies in `folder`. It is put together beside it, brought to the disk and then
 * renamed: whoever is killed meanwhile leaves either all of it or nothing. `onMadeAnew` hears why the cluster that ships
 * was not used.
 */
export async function ensureCluster(
  folder: string,
  onMadeAnew: (why: string) => void,
  kept = readKeptCluster,
): Promise<void> {
  const beside = `${folder}.new`;
  rmSync(beside, { recursive: true, force: true });
  if (existsSync(join(folder, SIGN))) return;
  mkdirSync(beside, { recursive: true, mode: FOLDER_MODE });
  const cluster = kept();
  if ('tar' in cluster) unpackCluster(cluster.tar, beside);
  else {
    onMadeAnew(cluster.unfit);
    await makeCluster(beside);
  }
  await syncTree(beside);
  makeRoom(folder);
  renameSync(beside, folder);
  await sync(dirname(folder));
}

/** Makes an empty cluster in `folder` by PGlite's own initdb and ends it as a server that is stopped does. */
export async function makeCluster(folder: string): Promise<void> {
  const pglite = new PGlite({ fs: new NodeFS(folder) });
  await pglite.waitReady;
  await pglite.close();
  // Names the process that made it, which no other one is.
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function unpackCluster(tar: Uint8Array, folder: string): void {
  for (const { name, type, data } of parseTar(tar)) {
    const path = join(folder, name);
    if (type === 'directory') mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
    else writeFileSync(path, data ?? new Uint8Array(), { mode: FILE_MODE });
  }
}

/** What lies in the folder without being a cluster is kept beside it: it is nothing this product can open. */
function makeRoom(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  else renameSync(folder, `${folder}.set-aside-${Date.now()}`);
}

async function syncTree(folder: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  paths.push(folder);
  for (let at = 0; at < paths.length; at += SYNCED_TOGETHER)
    await Promise.all(paths.slice(at, at + SYNCED_TOGETHER).map(sync));
}

async function sync(path: string): Promise<void> {
  // Windows opens no folder; its file system keeps entries by itself.
  if (process.platform === 'win32') return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
