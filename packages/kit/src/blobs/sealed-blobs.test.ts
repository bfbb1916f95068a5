import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rotateDataKey } from '../encryption/rotate.ts';
import { createTestKit, type TestKit } from '../testing/test-kit.ts';
import { blobContract } from './blobs.contract.ts';
import type { BlobStore } from './blobs.ts';
import { createFolderBlobs } from './folder-blobs.ts';
import { createSealedBlobs } from './sealed-blobs.ts';

const yunxiu = '01970000-0000-7000-8000-00000000c001';
const other = '01970000-0000-7000-8000-00000000c002';
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-sealed-'));
let kit: TestKit;
let blobs: BlobStore;
beforeAll(async () => {
  kit = await createTestKit();
  blobs = createSealedBlobs(createFolderBlobs(folder), kit);
});
afterAll(async () => {
  await kit.close();
  rmSync(folder, { recursive: true });
});

blobContract(() => ({
  put: (...given) => blobs.put(...given),
  get: (...given) => blobs.get(...given),
  remove: (...given) => blobs.remove(...given),
}));

const fileOf = (organizationId: string, key: string) => join(folder, organizationId, key);

test('what lies on the disk says nothing of the file, and a new data key leaves it readable', async () => {
  await blobs.put(yunxiu, 'materials/letter', Buffer.from('Dear Ms Quill'));
  expect(readFileSync(fileOf(yunxiu, 'materials/letter'), 'latin1')).not.toContain('Quill');
  await rotateDataKey({ ...kit, tables: [] }, yunxiu);
  expect(Buffer.from((await blobs.get(yunxiu, 'materials/letter')) ?? []).toString()).toBe('Dear Ms Quill');
});

test('a file that is put in another’s place, or changed, does not open', async () => {
  await blobs.put(yunxiu, 'materials/one', Buffer.from('one'));
  await blobs.put(other, 'materials/one', Buffer.from('two'));
  const stored = readFileSync(fileOf(yunxiu, 'materials/one'));
  writeFileSync(fileOf(other, 'materials/one'), stored);
  await expect(blobs.get(other, 'materials/one')).rejects.toThrow();
  stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
  writeFileSync(fileOf(yunxiu, 'materials/one'), stored);
  await expect(blobs.get(yunxiu, 'materials/one')).rejects.toThrow();
});

test('a file from before it was sealed is read as it is', async () => {
  writeFileSync(fileOf(yunxiu, 'materials/old'), 'plain');
  expect(Buffer.from((await blobs.get(yunxiu, 'materials/old')) ?? []).toString()).toBe('plain');
});

test('once the organisation’s keys are gone no copy of its files opens', async () => {
  await blobs.put(other, 'materials/gone', Buffer.from('gone'));
  await kit.database.pool.query('delete from kit.data_keys where organization_id = $1', [other]);
  kit.vault.forget(other);
  await expect(blobs.get(other, 'materials/gone')).rejects.toThrow();
});
