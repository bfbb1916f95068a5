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

/** Copies files and reads each back to compare it. A row may stand for none: then there is none there either. */
export async function carryFiles(
  from: BlobStore,
  to: BlobStore,
  files: readonly FileKey[],
  done: Set<string>,
): Promise<void> {
  for (const { organizationId, key } of files) {
    const name = `${organizationId}/${key}`;
    if (done.has(name)) continue;
    const bytes = await from.get(organizationId, key);
    if (bytes === null) continue;
    await to.put(organizationId, key, bytes);
    const copy = await to.get(organizationId, key);
    if (copy === null || digest(copy) !== digest(bytes))
      throw new Error(`The copy of ${name} is not the same`);
    done.add(name);
  }
}
