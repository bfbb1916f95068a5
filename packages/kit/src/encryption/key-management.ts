import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES, seal, unseal } from '../secrets/sealing.ts';

/** Whoever keeps the key of keys, outside the database. Asked at a start and when root keys change, never in between. */
export interface KeyManagement {
  /** Which key of which service this is: stands beside everything it wrapped. */
  readonly keeper: string;
  wrap(key: Buffer): Promise<string>;
  /** Fails when something else wrapped it, or when a bit was changed. */
  unwrap(wrapped: string): Promise<Buffer>;
}

const BOUND_TO = 'tokenholic/root-key';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of 32 bytes that this process holds itself. */
export function createLocalKeyManagement(keeper: string, key: Buffer): KeyManagement {
  return {
    keeper,
    wrap: async (root) => {
      const { nonce, tag, sealed } = seal(key, BOUND_TO, root.toString('base64'));
      return Buffer.concat([nonce, tag, sealed]).toString('base64');
    },
    unwrap: async (wrapped) => {
      const bytes = Buffer.from(wrapped, 'base64');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.from(unseal(key, BOUND_TO, { nonce, tag, sealed }), 'base64');
    },
  };
}

/** The key lies in a file that only this user may read; made when there is none. */
export function createFileKeyManagement(folder: string): KeyManagement {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'master.key');
  if (!existsSync(path))
    writeFileSync(path, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
  return createLocalKeyManagement('file', Buffer.from(readFileSync(path, 'utf8'), 'base64'));
}
