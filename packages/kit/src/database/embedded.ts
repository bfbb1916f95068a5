import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { vector } from '@electric-sql/pglite-pgvector';
import { Pool, type PoolConfig } from 'pg';
import { readKeptCluster } from './cluster/kept-cluster.ts';
import { ensureCluster } from './cluster/lay-cluster.ts';

/** PGlite's own start parameters without `-F`, which would switch fsync off. */
const START_PARAMETERS = [
  ...['--single', '-O', '-j'],
  ...['-c', 'search_path=public', '-c', 'exit_on_error=false', '-c', 'log_checkpoints=false'],
  ...[
    '-c',
    'max_worker_processes=0',
    '-c',
    'max_parallel_workers=0',
    '-c',
    'max_parallel_workers_per_gather=0',
  ],
  ...['-c', 'max_parallel_maintenance_workers=0', '-c', 'io_method=sync'],
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on'],
];

interface NodeStream {
  nfd?: number;
  node: unknown;
}

interface NodeFileSystem {
  stream_ops: { fsync?: (stream: NodeStream) => void };
  realPath: (node: unknown) => string;
}

/** Stock NodeFS has no fsync, so a commit would survive a kill but not a power cut. This one really syncs. */
class DurableFileSystem extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const result = await super.init(pg, options);
    result.emscriptenOpts.preRun = [
      (module) => {
        const nodefs: NodeFileSystem = Object(module.FS).filesystems.NODEFS;
        nodefs.stream_ops.fsync = (stream) => syncStream(nodefs, stream);
      },
      ...(result.emscriptenOpts.preRun ?? []),
    ];
    return result;
  }
}

function syncStream(nodefs: NodeFileSystem, stream: NodeStream): void {
  if (stream.nfd !== undefined) {
    fsyncSync(stream.nfd);
    return;
  }
  // A directory is opened without a descriptor; its entry must reach the disk too.
  const descriptor = openSync(nodefs.realPath(stream.node), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export interface EmbeddedDatabase {
  pool: Pool;
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

/** Where the embedded database lies and what it begins with. */
export interface EmbeddedOptions {
  /** Null: in memory, for tests. */
  folder: string | null;
  /** A data folder dumped before, in memory only. */
  snapshot?: Blob;
  /** Hears why a new folder was made by PGlite's own means, which takes longer and more memory than the one that ships. */
  onMadeAnew?: (why: string) => void;
}

/** Opens PostgreSQL inside this process and gives it the face of a `pg.Pool` with exactly one connection. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const pglite =
    options.folder === null ? inMemory(options.snapshot) : await inFolder(options.folder, options);
  await pglite.waitReady;
  const pool = new Pool(poolConfig(pglite));
  return {
    pool,
    dump: () => pglite.dumpDataDir('none'),
    close: async () => {
      await pool.end();
      await pglite.close();
    },
  };
}

function inMemory(snapshot: Blob | undefined): PGlite {
  const kept = snapshot === undefined ? readKeptCluster() : { tar: snapshot };
  const begun = 'tar' in kept ? { loadDataDir: new Blob([kept.tar]) } : {};
  return new PGlite({ extensions: { vector }, ...begun });
}

async function inFolder(folder: string, { onMadeAnew }: EmbeddedOptions): Promise<PGlite> {
  await ensureCluster(folder, (why) => onMadeAnew?.(why));
  return new PGlite({
    ...{ fs: new DurableFileSystem(folder), startParams: START_PARAMETERS, extensions: { vector } },
  });
}

function poolConfig(pglite: PGlite): PoolConfig {
  const config = createPgConfig(pglite);
  const connection = config.connection;
  const parse = connection.parse.bind(connection);
  // drizzle passes `types` as an object, which PGlite's adapter cannot iterate: it would throw inside the pool and hang.
  connection.parse = (query: { types?: unknown }) =>
    parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  return { ...config, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 60_000 } as PoolConfig;
}
