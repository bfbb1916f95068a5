import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderBlobs, isDiskFull } from './folder-blobs.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenholic-blobs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file comes back as it was put, for its own organisation only', async () => {
  const blobs = createFolderBlobs(folder);
  await blobs.put(yunxiu, 'materials/a', new Uint8Array([1, 2, 3]));
  expect([...((await blobs.get(yunxiu, 'materials/a')) ?? [])]).toEqual([1, 2, 3]);
  expect(await blobs.get(harbourline, 'materials/a')).toBeNull();
  await blobs.remove(yunxiu, 'materials/a');
  expect(await blobs.get(yunxiu, 'materials/a')).toBeNull();
});

test('a key cannot climb out of its folder', async () => {
  await expect(createFolderBlobs(folder).put(yunxiu, '../../etc/passwd', new Uint8Array())).rejects.toThrow(
    /Unsafe/,
  );
});

test('a full disk is recognised from the file system and from PostgreSQL, also as a cause', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  const wrapped = new Error('Failed query', { cause: full });
  const system = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect([full, wrapped, system, new Error('other'), null].map(isDiskFull)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
