import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KEY_BYTES, seal, unseal } from './sealing.ts';
import type { NamedSecret, SecretStore } from './secrets.ts';

const fileSchema = z.record(z.string(), z.object({ nonce: z.string(), tag: z.string(), text: z.string() }));
type SecretFile = z.infer<typeof fileSchema>;

/** AES-256-GCM in one file, under a key file beside it that only this user may read. The name is bound to the text. */
export function createFileSecrets(folder: string): SecretStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secrets.json');
  const key = loadKey(join(folder, 'secrets.key'));
  const read = () => readFile(path);
  const write = (file: SecretFile) => {
    writeFileSync(`${path}.part`, JSON.stringify(file), { mode: 0o600, flush: true });
    renameSync(`${path}.part`, path);
  };
  const id = (organizationId: string, name: string) => `${organizationId}/${name}`;
  return {
    get: async (organizationId, name) => {
      const entry = read()[id(organizationId, name)];
      if (entry === undefined) return null;
      return open(key, id(organizationId, name), entry);
    },
    set: async (organizationId, name, value) => {
      const { nonce, tag, sealed } = seal(key, id(organizationId, name), value);
      write({
        ...read(),
        [id(organizationId, name)]: {
          nonce: nonce.toString('base64'),
          tag: tag.toString('base64'),
          text: sealed.toString('base64'),
        },
      });
    },
    remove: async (organizationId, name) => {
      const { [id(organizationId, name)]: _removed, ...rest } = read();
      write(rest);
    },
  };
}

/** Every secret of organisations that the file holds. */
export function fileSecretsOf(folder: string, organizationIds: readonly string[]): NamedSecret[] {
  const file = readFile(join(folder, 'secrets.json'));
  const key = loadKey(join(folder, 'secrets.key'));
  return Object.entries(file).flatMap(([id, entry]) => {
    const [organizationId = '', ...rest] = id.split('/');
    if (!organizationIds.includes(organizationId)) return [];
    return [{ organizationId, name: rest.join('/'), value: open(key, id, entry) }];
  });
}

const readFile = (path: string): SecretFile =>
  existsSync(path) ? fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};

const open = (key: Buffer, id: string, { nonce, tag, text }: { nonce: string; tag: string; text: string }) =>
  unseal(key, id, {
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
    sealed: Buffer.from(text, 'base64'),
  });

function loadKey(path: string): Buffer {
  if (!existsSync(path))
    writeFileSync(path, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
  return Buffer.from(readFileSync(path, 'utf8'), 'base64');
}
