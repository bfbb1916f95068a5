import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { AppError } from '../errors.ts';
import { type BlobStore, blobPath } from './blobs.ts';

/** Blobs as files below a folder, one sub-folder an organisation; written aside, synced, then renamed. */
export function createFolderBlobs(folder: string): BlobStore {
  const path = (organizationId: string, key: string) => join(folder, blobPath(organizationId, key));
  return {
    put: async (organizationId, key, bytes) => {
      const target = path(organizationId, key);
      const aside = `${target}.${uuidv7()}.part`;
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      try {
        const file = await open(aside, 'w', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(aside, target);
      } catch (cause) {
        await rm(aside, { force: true });
        throw isDiskFull(cause) ? diskFull(cause) : cause;
      }
    },
    get: async (organizationId, key) => {
      try {
        return await readFile(path(organizationId, key));
      } catch (cause) {
        if (hasCode(cause, 'ENOENT')) return null;
        throw cause;
      }
    },
    remove: (organizationId, key) => rm(path(organizationId, key), { force: true }),
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** No room on the disk, said by the file system or by PostgreSQL (53100), however deep in the causes. */
export function isDiskFull(error: unknown): boolean {
  if (['ENOSPC', 'EDQUOT', '53100'].some((code) => hasCode(error, code))) return true;
  if (!(error instanceof Error)) return false;
  return (
    /no space left on device/i.test(error.message) || (error.cause !== undefined && isDiskFull(error.cause))
  );
}

/** The disk has no room; nothing was changed. */
export function diskFull(cause: unknown): AppError {
  return new AppError({
    kind: 'unavailable',
    code: 'kit.disk_full',
    message: {
      zh: '磁盘空间已满，本次操作没有保存，原有数据完好。请释放空间后重试。',
      en: 'The disk is full. Nothing of this action was saved and your existing data is intact. Free some space and try again.',
    },
    cause,
  });
}
