import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blobContract } from './blobs.contract.ts';
import { createFolderBlobs, isDiskFull } from './folder-blobs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenholic-blobs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

blobContract(() => createFolderBlobs(folder));

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
