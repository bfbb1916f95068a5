import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface Sealed {
  nonce: Buffer;
  tag: Buffer;
  sealed: Buffer;
}

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;

/** AES-256-GCM. The name is bound to the text: what is sealed under one name does not open under another. */
export function seal(key: Buffer, name: string, text: string, nonce = randomBytes(NONCE_BYTES)): Sealed {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { nonce, tag: cipher.getAuthTag(), sealed };
}

/** Fails when key or name is another one, or when a bit was changed. */
export function unseal(key: Buffer, name: string, { nonce, tag, sealed }: Sealed): string {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
}
