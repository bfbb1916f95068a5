import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announcedAddress, lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenholic-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second process on the same folder is refused with the address of the first', async () => {
  const lock = await lockFolder(folder);
  lock.announce('http://localhost:3000');
  await expect(lockFolder(folder)).rejects.toMatchObject({
    code: 'kit.folder_in_use',
    details: { address: 'http://localhost:3000' },
  });
  await lock.release();
});

test('a released folder can be taken again and announces nobody', async () => {
  const first = await lockFolder(folder);
  first.announce('http://localhost:3000');
  await first.release();
  expect(announcedAddress(folder)).toBeNull();
  const second = await lockFolder(folder);
  await second.release();
});
