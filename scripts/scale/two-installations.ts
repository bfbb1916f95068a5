import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { newEnvironment } from '../../apps/server/src/cli/placement-command.ts';
import { createKit, openConfiguredDatabase } from '../../apps/server/src/compose.ts';
import { readConfiguration } from '../../apps/server/src/configuration.ts';
import { openPorts } from '../../apps/server/src/ports.ts';
import { type BlobStore, createFolderBlobs, createLogger } from '../../packages/kit/src/index.ts';
import { createS3Blobs, type S3Settings } from '../../packages/kit/src/scale.ts';
import { minioBinary } from '../../packages/kit/src/testing/binaries.ts';
import { freePort, makeBucket, startMinio } from '../../packages/kit/src/testing/servers.ts';
import { type RunningProcess, startProcess } from './process.ts';

/** What both are started with. */
const COMMON = { TOKENHOLIC_DEMO: 'false', TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_EMBEDDINGS: 'off' };

export type Environment = Record<string, string | undefined>;

/** What a parting is between, on one server: two databases, two folders, two keys, and two buckets where there is MinIO. */
export interface TwoInstallations {
  /** Of the installation that is left, with what begins with `NEW_` for the other. */
  environment: Environment;
  /** Of the other one. */
  thereEnvironment: Environment;
  options: { database: string; data: string; url: string; longest: number };
  hereFolder: string;
  oldKey: string;
  /** Files of the installation that is left, as they lie. */
  files: BlobStore;
  hereName: string;
  thereName: string;
  connect(name: string): Promise<Client>;
  start(environment: Environment): Promise<RunningProcess>;
  close(): Promise<void>;
}

export async function openTwoInstallations(server: string, address: string): Promise<TwoInstallations> {
  const [hereName, thereName] = ['here', 'there'].map(
    (end) => `tokenholic_parting_${process.pid}_${end}`,
  ) as [string, string];
  const [hereFolder, thereFolder] = [newFolder('here'), newFolder('there')];
  const urlOf = (name: string) => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.toString();
  };
  const administer = async (...statements: string[]) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const minio = minioBinary === null ? null : await startMinio();
  const bucketOfThere = 'tokenholic-there';
  if (minio !== null) await makeBucket({ ...minio.settings, bucket: bucketOfThere });
  const oldKey = Buffer.alloc(32, 1).toString('base64');
  const own = {
    ...COMMON,
    ...(minio === null ? {} : bucketEnvironment(minio.settings, bucketOfThere)),
    TOKENHOLIC_SECRET_KEY: Buffer.alloc(32, 2).toString('base64'),
  };
  const environment = {
    ...COMMON,
    ...(minio === null ? {} : bucketEnvironment(minio.settings, minio.settings.bucket)),
    DATABASE_URL: urlOf(hereName),
    TOKENHOLIC_DATA: hereFolder,
    TOKENHOLIC_SECRET_KEY: oldKey,
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [`NEW_${name}`, value])),
  };
  const options = { database: urlOf(thereName), data: thereFolder, url: address, longest: 120 };
  await administer(...[hereName, thereName].map((name) => `create database ${name}`));
  const connected: Client[] = [];
  const store = minio === null ? null : createS3Blobs(minio.settings);
  return {
    ...{ environment, options, hereFolder, oldKey, hereName, thereName },
    thereEnvironment: newEnvironment(options, environment),
    files: store ?? createFolderBlobs(join(hereFolder, 'blobs')),
    connect: async (name) => {
      const client = new Client({ connectionString: urlOf(name) });
      await client.connect();
      connected.push(client);
      return client;
    },
    start: async (given) => {
      const shared: Record<string, string> = {};
      for (const [name, value] of Object.entries(given)) if (value !== undefined) shared[name] = value;
      const plan = { name: 'all', role: 'all', services: '' } as const;
      const one = startProcess(plan, await freePort(), shared, 'ignore');
      await one.ready();
      return one;
    },
    close: async () => {
      // Who failed half way still holds what it opened.
      await Promise.all(connected.map((client) => client.end()));
      await administer(...[hereName, thereName].map((name) => `drop database ${name} with (force)`));
      store?.close();
      await minio?.stop();
      for (const folder of [hereFolder, thereFolder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const newFolder = (end: string) => mkdtempSync(join(tmpdir(), `tokenholic-parting-${end}-`));

function bucketEnvironment({ endpoint, credentials }: S3Settings, bucket: string): Record<string, string> {
  return {
    TOKENHOLIC_S3_BUCKET: bucket,
    TOKENHOLIC_S3_ENDPOINT: endpoint ?? '',
    TOKENHOLIC_S3_ACCESS_KEY_ID: credentials?.accessKeyId ?? '',
    TOKENHOLIC_S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? '',
    TOKENHOLIC_S3_PATH_STYLE: 'true',
  };
}

/** A kit of an installation, beside its processes. */
export async function openKit(environment: Environment, folder: string) {
  const configuration = readConfiguration(environment, folder);
  const [database, ports] = [
    await openConfiguredDatabase(configuration),
    await openPorts(configuration, createLogger('silent')),
  ];
  const close = async () => {
    await ports.close();
    await database.close();
  };
  return { configuration, kit: createKit(configuration, database, ports), close };
}
