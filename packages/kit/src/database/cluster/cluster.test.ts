import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type EmbeddedDatabase, openEmbedded } from '../embedded.ts';
import { ARCHIVE, installedPglite, MANIFEST, manifestSchema, readKeptCluster } from './kept-cluster.ts';
import { ensureCluster, makeCluster } from './lay-cluster.ts';

const root = mkdtempSync(join(tmpdir(), 'tokenholic-cluster-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = () => join(root, `data-${++folders}`, 'database');
const unexpected = (why: string) => {
  throw new Error(`The cluster that ships was not used: ${why}`);
};
const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** A copy of the archive and its manifest that a test may spoil. */
function spoilt(spoil: (folder: string) => void): string {
  const folder = mkdtempSync(join(root, 'kept-'));
  for (const name of [ARCHIVE, MANIFEST]) cpSync(join(import.meta.dirname, name), join(folder, name));
  spoil(folder);
  return folder;
}

test('the cluster that ships was made by the PGlite that the lockfile names', () => {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, MANIFEST), 'utf8')),
  );
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../package-lock.json'), 'utf8')));
  const locked = lock.packages['node_modules/@electric-sql/pglite']?.version;
  // It fails after an update of PGlite: npm run make:cluster
  expect(manifest.pglite).toBe(locked);
  expect(installedPglite()).toBe(locked);
  expect(readKeptCluster()).toHaveProperty('tar');
});

test('an archive that is damaged, of another PGlite or missing is told and not used', () => {
  const damaged = spoilt((folder) => {
    const archive = readFileSync(join(folder, ARCHIVE));
    archive.writeUInt8(archive.readUInt8(archive.length >> 1) ^ 1, archive.length >> 1);
    writeFileSync(join(folder, ARCHIVE), archive);
  });
  const other = spoilt((folder) => {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
    writeFileSync(join(folder, MANIFEST), JSON.stringify({ ...manifest, pglite: '0.0.1' }));
  });
  const missing = spoilt((folder) => rmSync(join(folder, ARCHIVE)));
  expect(readKeptCluster(damaged)).toEqual({ unfit: 'its archive is damaged' });
  expect(readKeptCluster(other)).toEqual({
    unfit: `it was made by PGlite 0.0.1, and ${installedPglite()} is installed`,
  });
  expect(readKeptCluster(missing)).toEqual({ unfit: expect.stringContaining('ENOENT') });
});

test('whoever is killed in the middle of the first start leaves nothing that the next one takes for a database', async () => {
  const folder = newFolder();
  // Dies by SIGKILL at the 300th file that it writes.
  const program = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const write = fs.writeFileSync;
    let written = 0;
    fs.writeFileSync = (...given) => (++written === 300 ? process.kill(process.pid, 'SIGKILL') : write(...given));
    syncBuiltinESMExports();
    const { ensureCluster } = await import(${JSON.stringify(join(import.meta.dirname, 'lay-cluster.ts'))});
    await ensureCluster(${JSON.stringify(folder)}, () => {});`;
  const killed = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(killed.signal, killed.stderr).toBe('SIGKILL');
  expect(existsSync(folder)).toBe(false);
  const left = filesOf(`${folder}.new`).length;
  expect(left).toBeGreaterThan(250);

  await ensureCluster(folder, unexpected);
  expect(filesOf(folder).length).toBeGreaterThan(left);
  expect(existsSync(`${folder}.new`)).toBe(false);
});

test('a folder with something else in it is set aside, not written over', async () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'note.txt'), 'mine');
  await ensureCluster(folder, unexpected);
  const beside = readdirSync(join(folder, '..')).find((name) => name.includes('set-aside'));
  expect(readFileSync(join(folder, '..', String(beside), 'note.txt'), 'utf8')).toBe('mine');
});

describe('the cluster that ships, beside one that initdb makes now', () => {
  const [shippedFolder, madeFolder] = [newFolder(), newFolder()];
  let shipped: EmbeddedDatabase;
  let made: EmbeddedDatabase;
  const told: string[] = [];
  let layout: { shipped: string[]; made: string[] };
  beforeAll(async () => {
    await ensureCluster(shippedFolder, unexpected);
    await ensureCluster(
      madeFolder,
      (why) => told.push(why),
      () => ({ unfit: 'for a test' }),
    );
    layout = { shipped: filesOf(shippedFolder), made: filesOf(madeFolder) };
    shipped = await openEmbedded({ folder: shippedFolder });
    made = await openEmbedded({ folder: madeFolder });
  });
  afterAll(async () => {
    await shipped.close();
    await made.close();
  });

  const ofBoth = async (question: string) => {
    const [one, other] = await Promise.all([shipped.pool.query(question), made.pool.query(question)]);
    expect(one.rows.length, question).toBeGreaterThan(0);
    return [one.rows, other.rows];
  };

  test('the one made now says why it was', () => {
    expect(told).toEqual(['for a test']);
  });

  test('they have the same files, readable by their owner alone, and the same configuration', () => {
    expect(layout.shipped).toEqual(layout.made);
    for (const name of [
      'PG_VERSION',
      'postgresql.conf',
      'postgresql.auto.conf',
      'pg_hba.conf',
      'pg_ident.conf',
    ])
      expect(readFileSync(join(shippedFolder, name), 'utf8'), name).toBe(
        readFileSync(join(madeFolder, name), 'utf8'),
      );
    expect(statSync(shippedFolder).mode & 0o777).toBe(0o700);
    expect(statSync(join(shippedFolder, 'base/1/1259')).mode & 0o077).toBe(0);
  });

  test.each([
    ['settings', 'select * from pg_settings order by name'],
    [
      'databases with their encoding and collation',
      "select to_jsonb(pg_database) - 'datfrozenxid' - 'datminmxid' as row from pg_database order by datname",
    ],
    ['roles', 'select * from pg_authid order by rolname'],
    ['collations', 'select * from pg_collation order by oid'],
    ['schemas', 'select * from pg_namespace order by oid'],
    ['extensions', 'select * from pg_extension order by oid'],
    ['text search', 'select oid, cfgname from pg_ts_config order by oid'],
    ['operators of indexes', 'select * from pg_opclass order by oid'],
    ['functions', 'select oid, proname, prosrc, proacl from pg_proc order by oid'],
    ['tables', 'select oid, relname, relowner, relkind, relacl from pg_class order by oid'],
    ['limits of the cluster', 'select * from pg_control_init()'],
    ['privileges by default', 'select count(*) from pg_default_acl'],
    [
      'the order of names',
      "select array_agg(name order by name) as names from unnest('{阿里云,百度,招商银行,Zoom,apple,Äpfel,腾讯,_,9}'::text[]) as name",
    ],
  ])('they agree on %s', async (_what, question) => {
    const [ours, theirs] = await ofBoth(question);
    expect(ours).toEqual(theirs);
  });

  test('the shipped one takes vectors and keeps them', async () => {
    await shipped.pool.query('create extension vector; create table meaning (at vector(3))');
    await shipped.pool.query("insert into meaning values ('[1,0,0]'), ('[0,1,0]')");
    await shipped.close();
    shipped = await openEmbedded({ folder: shippedFolder, onMadeAnew: unexpected });
    const nearest = await shipped.pool.query(
      "select at::text from meaning order by at <=> '[0,2,0]' limit 1",
    );
    expect(nearest.rows).toEqual([{ at: '[0,1,0]' }]);
  });
});

test('PGlite makes a cluster that was stopped in order: nothing has to be recovered at its first start', async () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await makeCluster(folder);
  const control = readFileSync(join(folder, 'global/pg_control'));
  // DB_SHUTDOWNED of pg_control's DBState, which stands behind identity and two version numbers.
  expect(control.readUInt32LE(16)).toBe(1);
});
