import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';

export interface FolderLock {
  /** Tells others where this process listens, so that a command can talk to it instead. */
  announce(address: string): void;
  release(): Promise<void>;
}

/**
 * A name that only one process can hold and that the operating system frees at any death, `kill -9` too.
 * A lock file would outlive its owner.
 */
function lockName(folder: string): string {
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\tokenholic-${digest}`;
  if (process.platform === 'linux') return `\0tokenholic-${digest}`;
  return join(tmpdir(), `tokenholic-${digest.slice(0, 16)}.sock`);
}

const addressFile = (folder: string) => join(folder, 'address');

/** Address of the process that holds the folder, when it said one. */
export function announcedAddress(folder: string): string | null {
  try {
    return readFileSync(addressFile(folder), 'utf8').trim() || null;
  } catch {
    return null; // nobody has ever announced one here
  }
}

/** Takes the folder for this process, or says who has it: two writers would silently lose data. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const server = createServer((socket) => socket.destroy());
  await listen(server, lockName(folder), folder);
  server.unref();
  return {
    announce: (address) => writeFileSync(addressFile(folder), address),
    release: async () => {
      rmSync(addressFile(folder), { force: true });
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, name: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? folderInUse(folder, cause) : cause);
    });
    server.listen(name, () => resolve());
  });
}

function folderInUse(folder: string, cause: unknown): AppError {
  const address = announcedAddress(folder);
  const where = {
    zh: address === null ? '' : `（${address}）`,
    en: address === null ? '' : ` at ${address}`,
  };
  return new AppError({
    kind: 'conflict',
    code: 'kit.folder_in_use',
    message: {
      zh: `数据目录 ${folder} 正被另一个 Tokenholic 进程使用${where.zh}。请先关闭它，或用 TOKENHOLIC_DATA 指定其他目录。`,
      en: `The data folder ${folder} is in use by another Tokenholic process${where.en}. Stop that one first, or choose another folder with TOKENHOLIC_DATA.`,
    },
    details: { folder, address },
    cause,
  });
}
