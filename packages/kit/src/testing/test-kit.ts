import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createFolderBlobs } from '../blobs/folder-blobs.ts';
import { createSealedBlobs } from '../blobs/sealed-blobs.ts';
import { createMemoryCache } from '../cache/cache.ts';
import { createMemorySharedCache } from '../cache/shared-cache.ts';
import { installedPglite } from '../database/cluster/kept-cluster.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { type EmbeddedDatabase, openEmbedded } from '../database/embedded.ts';
import { kitMigrations, type MigrationSet, migrate, migrationFingerprint } from '../database/migrations.ts';
import { createLocalKeyManagement } from '../encryption/key-management.ts';
import { createVault } from '../encryption/vault.ts';
import { createMemoryLocks } from '../locks/locks.ts';
import { createMemoryAnnouncements } from '../realtime/announcements.ts';
import { createFileSecrets } from '../secrets/file-secrets.ts';
import type { Kit } from '../service/kit.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';

export interface TestKit extends Kit {
  folder: string;
  close(): Promise<void>;
}

/** A kit on an in-memory database that starts from a migrated snapshot, so that a test file does not migrate again. */
export async function createTestKit(migrations: readonly MigrationSet[] = []): Promise<TestKit> {
  const sets = [kitMigrations, ...migrations];
  return kitOn(
    await openDatabase({ folder: null, snapshot: await migratedSnapshot(sets), migrations: sets }),
  );
}

/** The same kit on a PostgreSQL server, in a database of its own. */
export async function createPostgresTestKit(
  url: string,
  migrations: readonly MigrationSet[] = [],
): Promise<TestKit> {
  const name = `tokenholic_test_${process.pid}_${Date.now()}`;
  await administer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return kitOn(
    await openDatabase({ url: own.toString(), folder: null, migrations: [kitMigrations, ...migrations] }),
  );
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function kitOn(database: Database): Promise<TestKit> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-test-'));
  const announcements = createMemoryAnnouncements();
  const now = () => new Date();
  const keepers = [createLocalKeyManagement('test', randomBytes(32))];
  const vault = createVault({ database, announcements, keepers, now });
  database.sealWith(vault);
  await vault.ready();
  return {
    database,
    vault,
    blobs: createSealedBlobs(createFolderBlobs(join(folder, 'blobs')), { database, vault }),
    secrets: createFileSecrets(join(folder, 'secrets')),
    cache: createMemoryCache(1_000, Date.now),
    sharedCache: createMemorySharedCache(1_000, Date.now),
    locks: createMemoryLocks(),
    announcements,
    logger: createLogger('silent'),
    metrics: createMetrics(),
    now,
    folder,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The database with these migrations applied, made by the first test that needs them. */
const migratedSnapshot = (sets: readonly MigrationSet[]): Promise<Blob> =>
  snapshot(`${migrationFingerprint(sets)}-${installedPglite()}`, async () => {
    const embedded = await openEmbedded({ folder: null });
    await migrate(embedded.pool, sets);
    return embedded;
  });

/** The snapshot of this name, kept for the next process; made when there is none. */
async function snapshot(name: string, make: () => Promise<EmbeddedDatabase>): Promise<Blob> {
  const folder = join(tmpdir(), 'tokenholic-snapshots');
  const path = join(folder, `${name}.tar`);
  try {
    return new Blob([readFileSync(path)]);
  } catch {
    // No test has needed it yet.
  }
  const embedded = await make();
  const dump = await embedded.dump();
  await embedded.close();
  const bytes = new Uint8Array(await dump.arrayBuffer());
  mkdirSync(folder, { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, bytes);
  renameSync(aside, path);
  return new Blob([bytes]);
}
