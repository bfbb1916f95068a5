import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { gather, placeAgain } from '../placement/upgrade.ts';

/** A folder of `NNNN_name.sql` files owned by one schema. */
export interface MigrationSet {
  schema: string;
  folder: URL;
  /** Extension of PostgreSQL the set builds on: where the server has none, the set waits until it does. */
  extension?: 'vector';
}

export const kitMigrations: MigrationSet = {
  schema: 'kit',
  folder: new URL('../../migrations/', import.meta.url),
};

interface MigrationFile {
  schema: string;
  name: string;
  sql: string;
  hash: string;
}

function readMigrations(sets: readonly MigrationSet[]): MigrationFile[] {
  return sets.flatMap(({ schema, folder }) => {
    const path = fileURLToPath(folder);
    const names = readdirSync(path).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
    return names.sort().map((name) => {
      const sql = readFileSync(join(path, name), 'utf8');
      return { schema, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
  });
}

/** Identifies a set of migrations, for snapshots of migrated databases. */
export function migrationFingerprint(sets: readonly MigrationSet[]): string {
  const hash = createHash('sha256');
  for (const file of readMigrations(sets)) hash.update(`${file.schema}/${file.name}:${file.hash}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Brings the database to the newest schema. Each file runs once, in its own transaction; a changed file is refused. */
export async function migrate(pool: Pool, sets: readonly MigrationSet[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(7320113)');
    await client.query('create schema if not exists kit');
    await client.query(
      'create table if not exists kit.migrations (schema text, name text, hash text not null, applied_at timestamptz not null default now(), primary key (schema, name))',
    );
    const done = await client.query<{ schema: string; name: string; hash: string }>(
      'select schema, name, hash from kit.migrations',
    );
    const applied = new Map(done.rows.map((row) => [`${row.schema}/${row.name}`, row.hash]));
    const possible = new Set<MigrationSet>();
    for (const set of sets) if (await bringExtension(client, set)) possible.add(set);
    const pending = pendingOf(readMigrations(sets.filter((set) => possible.has(set))), applied);
    // Tables change as whoever wrote the change had them before them: with all rows in one place.
    if (pending.length > 0) await gather(pool, client);
    for (const file of pending) {
      await client.query('begin');
      await client.query(`create schema if not exists ${file.schema}`);
      await acrossTenants(client, () => client.query(file.sql));
      await client.query('insert into kit.migrations (schema, name, hash) values ($1, $2, $3)', [
        file.schema,
        file.name,
        file.hash,
      ]);
      await client.query('commit');
    }
    await placeAgain(pool, client);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.query('select pg_advisory_unlock(7320113)');
    client.release();
  }
}

/**
 * A migration concerns the rows of everybody. An owner that is no superuser stands behind its own gates too, and would change
 * none of them without a word: they are lifted within the transaction, which nobody else sees.
 */
async function acrossTenants(client: PoolClient, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_roles r on r.rolname = current_user
     where c.relforcerowsecurity and c.relowner = r.oid and not r.rolsuper and not r.rolbypassrls`,
  );
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`);
  await work();
  for (const { name } of rows) await client.query(`alter table if exists ${name} force row level security`);
}

/** Files that were not applied yet; one that was changed since is refused. */
function pendingOf(files: readonly MigrationFile[], applied: ReadonlyMap<string, string>): MigrationFile[] {
  return files.filter(({ schema, name, hash }) => {
    const known = applied.get(`${schema}/${name}`);
    if (known !== undefined && known !== hash)
      throw new Error(`Migration ${schema}/${name} was changed after it had been applied`);
    return known === undefined;
  });
}

/** Makes the extension a set needs. False: this server does not have it, or its role may not make it. */
async function bringExtension(client: PoolClient, { extension }: MigrationSet): Promise<boolean> {
  if (extension === undefined) return true;
  const { rows } = await client.query<{ installed: string | null }>(
    'select installed_version as installed from pg_available_extensions where name = $1',
    [extension],
  );
  if (rows.length === 0) return false;
  if (rows[0]?.installed != null) return true;
  return client.query(`create extension if not exists ${extension} with schema public`).then(
    () => true,
    () => false,
  );
}
