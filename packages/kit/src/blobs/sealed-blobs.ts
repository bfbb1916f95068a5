import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Vault } from '../encryption/vault.ts';
import { KEY_BYTES, NONCE_BYTES } from '../secrets/sealing.ts';
import { type BlobStore, blobPath } from './blobs.ts';

/** What a sealed file begins with; no format that is taken in does. */
const MARK = Buffer.from('\u0000tokenholic-sealed-1\n');
const TAG_BYTES = 16;

/**
 * Files sealed with a key of their organisation (AES-256-GCM, bound to whose file it is and to its key), whatever store keeps
 * them. The key comes of the organisation's index key: new data keys leave files alone, and with the organisation's keys its
 * files are closed in every copy and backup. Files from before pass as they are until they are written again.
 *
 * Takes a transaction of its own, so that it is never called within one.
 */
export function createSealedBlobs(
  inner: BlobStore,
  { database, vault }: { database: Database; vault: Vault },
): BlobStore {
  const keyOf = async (organizationId: string): Promise<Buffer> => {
    const index = await database.withTenant([organizationId], (tx) => vault.keys.index(tx, organizationId));
    return Buffer.from(hkdfSync('sha256', index, '', 'tokenholic files', KEY_BYTES));
  };
  return {
    put: async (organizationId, key, bytes) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', await keyOf(organizationId), nonce);
      cipher.setAAD(Buffer.from(blobPath(organizationId, key)));
      const sealed = [cipher.update(bytes), cipher.final()];
      await inner.put(organizationId, key, Buffer.concat([MARK, nonce, cipher.getAuthTag(), ...sealed]));
    },
    get: async (organizationId, key) => {
      const stored = await inner.get(organizationId, key);
      if (stored === null || !MARK.equals(stored.subarray(0, MARK.length))) return stored;
      const bytes = stored.subarray(MARK.length);
      const decipher = createDecipheriv(
        'aes-256-gcm',
        await keyOf(organizationId),
        bytes.subarray(0, NONCE_BYTES),
      );
      decipher.setAAD(Buffer.from(blobPath(organizationId, key)));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    },
    remove: (organizationId, key) => inner.remove(organizationId, key),
  };
}
