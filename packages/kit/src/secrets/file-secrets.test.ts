import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileSecrets } from './file-secrets.ts';
import { secretsContract } from './secrets.contract.ts';

const organizationId = '01970000-0000-7000-8000-0000000000a1';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenholic-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a secret is not readable in the file', async () => {
  await createFileSecrets(folder).set(organizationId, 'models/main', 'sk-very-secret');
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('very-secret');
});

secretsContract(() => createFileSecrets(folder));
