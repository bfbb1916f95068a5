import { createHash } from 'node:crypto';
import type { BlobStore, Way } from '@tokenholic/kit';
import { registry } from '@tokenholic/privacy';

export interface FileKey {
  organizationId: string;
  key: string;
}

/** Every file that a row of the organisations stands for, as the registry of core/privacy tells. */
export async function filesOf(client: Way['source'], group: string): Promise<FileKey[]> {
  const files: FileKey[] = [];
  for (const [table, entry] of Object.entries(registry)) {
    if (entry.scope !== 'organization' || entry.blob === null) continue;
    const match = /^([^{]*)\{(\w+)\}$/.exec(entry.blob);
    if (match === null)
      throw new Error(`${table} names its files in a way that cannot be read: ${entry.blob}`);
    const [, beginning, column] = match;
    const { rows } = await client.query<FileKey>(
      `select organization_id as "organizationId", $2 || "${column}"::text as key from ${table}
       where organization_id = any ($1::uuid[])`,
      [group, beginning],
    );
    files.push(...rows);
  }
  return files;
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Files that are there, with the hashes of what they held. */
export type CarriedFiles = Map<string, FileKey & { hash: string }>;

const AT_ONCE = 8;

/**
 * Brings the copies to what there is now: a file is read again, since it can be written again under its key, and what was
 * copied is read back and compared. A row may stand for no file: then there is none there either.
 */
export async function carryFiles(
  from: BlobStore,
  to: BlobStore,
  files: readonly FileKey[],
  carried: CarriedFiles,
): Promise<void> {
  const left = new Map(carried);
  for (let start = 0; start < files.length; start += AT_ONCE)
    await Promise.all(
      files.slice(start, start + AT_ONCE).map(async (file) => {
        if (await carryFile(from, to, file, carried)) left.delete(nameOf(file));
      }),
    );
  for (const [name, { organizationId, key }] of left) {
    await to.remove(organizationId, key);
    carried.delete(name);
  }
}

const nameOf = ({ organizationId, key }: FileKey) => `${organizationId}/${key}`;

/** False: there is no such file. */
async function carryFile(
  from: BlobStore,
  to: BlobStore,
  file: FileKey,
  carried: CarriedFiles,
): Promise<boolean> {
  const { organizationId, key } = file;
  const bytes = await from.get(organizationId, key);
  if (bytes === null) return false;
  const hash = digest(bytes);
  if (carried.get(nameOf(file))?.hash === hash) return true;
  await to.put(organizationId, key, bytes);
  const copy = await to.get(organizationId, key);
  if (copy === null || digest(copy) !== hash) throw new Error(`The copy of ${nameOf(file)} is not the same`);
  carried.set(nameOf(file), { organizationId, key, hash });
  return true;
}
