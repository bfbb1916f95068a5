import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileSecrets } from './file-secrets.ts';

const organizationId = '01970000-0000-7000-8000-0000000000a1';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenholic-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a secret survives a restart and is not readable in the file', async () => {
  await createFileSecrets(folder).set(organizationId, 'models/main', 'sk-very-secret');
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('very-secret');
  expect(await createFileSecrets(folder).get(organizationId, 'models/main')).toBe('sk-very-secret');
});

test('a removed secret is gone and an unknown one is null', async () => {
  const secrets = createFileSecrets(folder);
  await secrets.set(organizationId, 'models/main', 'sk-one');
  await secrets.remove(organizationId, 'models/main');
  expect(await secrets.get(organizationId, 'models/main')).toBeNull();
});
