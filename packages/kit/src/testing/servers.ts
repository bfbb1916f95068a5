import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { openS3, type S3Settings } from '../blobs/s3-blobs.ts';
import { minioBinary, redisBinary } from './binaries.ts';

type Credentials = NonNullable<S3Settings['credentials']>;

/** A real server for one test file. */
export interface TestServer {
  url: string;
  port: number;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/** Redis on a spare port, with nothing kept. */
export async function startRedis(port?: number): Promise<TestServer> {
  if (redisBinary === null) throw new Error('redis-server is not on the path');
  const chosen = port ?? (await freePort());
  const options = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return start(redisBinary, options, {}, chosen, `redis://127.0.0.1:${chosen}`, null);
}

/** MinIO on a spare port in a folder of its own that goes with it, or where it is told; with one bucket. */
export async function startMinio(
  chosenPort?: number,
  keptFolder?: string,
): Promise<TestServer & { settings: S3Settings & { credentials: Credentials } }> {
  if (minioBinary === null) throw new Error('minio is not on the path');
  const port = chosenPort ?? (await freePort());
  const folder = keptFolder ?? mkdtempSync(join(tmpdir(), 'tokenholic-minio-'));
  const credentials = { accessKeyId: 'tokenholic', secretAccessKey: 'tokenholic-test' };
  const environment = {
    MINIO_ROOT_USER: credentials.accessKeyId,
    MINIO_ROOT_PASSWORD: credentials.secretAccessKey,
    MINIO_BROWSER: 'off',
  };
  const options = ['server', folder, '--address', `127.0.0.1:${port}`, '--quiet'];
  const url = `http://127.0.0.1:${port}`;
  const server = await start(
    minioBinary,
    options,
    environment,
    port,
    url,
    keptFolder === undefined ? folder : null,
  );
  const settings = { bucket: 'tokenholic', region: 'us-east-1', endpoint: url, credentials, pathStyle: true };
  await makeBucket(settings);
  return { ...server, settings };
}

/** Makes the bucket, with tries while the store comes up. */
export async function makeBucket(settings: S3Settings): Promise<void> {
  const client = openS3(settings);
  for (let tries = 0; ; tries += 1) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: settings.bucket }));
      break;
    } catch (error) {
      if (error instanceof Error && error.name === 'BucketAlreadyOwnedByYou') break;
      if (tries >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  client.destroy();
}

async function start(
  binary: string,
  options: readonly string[],
  environment: Record<string, string>,
  port: number,
  url: string,
  folder: string | null,
): Promise<TestServer> {
  const child = spawn(binary, options, { env: { ...process.env, ...environment }, stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(port, child);
  return {
    url,
    port,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until somebody listens on the port. */
export async function listening(port: number, child?: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (child !== undefined && child.exitCode !== null) throw new Error(`The server for ${port} ended`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nobody listens on ${port}`);
}
