import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { vector } from '@electric-sql/pglite-pgvector';
import { Pool, type PoolConfig } from 'pg';

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

/**
 * Opens PostgreSQL inside this process and gives it the face of a `pg.Pool` with exactly one connection.
 * `folder` null: in memory, for tests. `snapshot`: a data folder dumped before.
 */
export async function openEmbedded(folder: string | null, snapshot?: Blob): Promise<EmbeddedDatabase> {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pglite =
    folder === null
      ? new PGlite({ extensions: { vector }, ...(snapshot === undefined ? {} : { loadDataDir: snapshot }) })
      : new PGlite({
          ...{ fs: new DurableFileSystem(folder), startParams: START_PARAMETERS, extensions: { vector } },
        });
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

function poolConfig(pglite: PGlite): PoolConfig {
  const config = createPgConfig(pglite);
  const connection = config.connection;
  const parse = connection.parse.bind(connection);
  // drizzle passes `types` as an object, which PGlite's adapter cannot iterate: it would throw inside the pool and hang.
  connection.parse = (query: { types?: unknown }) =>
    parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  return { ...config, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 60_000 } as PoolConfig;
}
