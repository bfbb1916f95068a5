import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SecretStore } from './secrets.ts';

const fileSchema = z.record(z.string(), z.object({ nonce: z.string(), tag: z.string(), text: z.string() }));
type SecretFile = z.infer<typeof fileSchema>;

/** AES-256-GCM in one file, under a key file beside it that only this user may read. The name is bound to the text. */
export function createFileSecrets(folder: string): SecretStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secrets.json');
  const key = loadKey(join(folder, 'secrets.key'));
  const read = (): SecretFile =>
    existsSync(path) ? fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  const write = (file: SecretFile) => {
    writeFileSync(`${path}.part`, JSON.stringify(file), { mode: 0o600, flush: true });
    renameSync(`${path}.part`, path);
  };
  const id = (organizationId: string, name: string) => `${organizationId}/${name}`;
  return {
    get: async (organizationId, name) => {
      const entry = read()[id(organizationId, name)];
      if (entry === undefined) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(entry.nonce, 'base64'));
      decipher.setAAD(Buffer.from(id(organizationId, name)));
      decipher.setAuthTag(Buffer.from(entry.tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(entry.text, 'base64')), decipher.final()]).toString(
        'utf8',
      );
    },
    set: async (organizationId, name, value) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(id(organizationId, name)));
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]).toString('base64');
      write({
        ...read(),
        [id(organizationId, name)]: {
          nonce: nonce.toString('base64'),
          tag: cipher.getAuthTag().toString('base64'),
          text,
        },
      });
    },
    remove: async (organizationId, name) => {
      const { [id(organizationId, name)]: _removed, ...rest } = read();
      write(rest);
    },
  };
}

function loadKey(path: string): Buffer {
  if (!existsSync(path))
    writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
  return Buffer.from(readFileSync(path, 'utf8'), 'base64');
}
