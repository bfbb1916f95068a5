import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Servers that tests start when this machine has them; null otherwise.

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export const redisBinary = onPath('redis-server');
/** MinIO, when it is on the path or named by MINIO_BINARY. */
export const minioBinary = process.env.MINIO_BINARY ?? onPath('minio');
