import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, TOAST_STYLES } from './server.ts';

test('nothing inline runs or styles, on no page', () => {
  for (const policy of [contentSecurityPolicy(), contentSecurityPolicy('abc')]) {
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  }
  expect(contentSecurityPolicy('abc')).toContain("'nonce-abc'");
});

test('the styles that are let in are those the library for short messages has today', () => {
  const path = createRequire(import.meta.url)
    .resolve('sonner')
    .replace(/index\.js$/, 'index.mjs');
  const found = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(readFileSync(path, 'utf8'))?.[1] ?? '""';
  const hash = createHash('sha256')
    .update(String(JSON.parse(found)))
    .digest('base64');
  expect(TOAST_STYLES).toContain(`'sha256-${hash}'`);
  expect(TOAST_STYLES.split(' ')).toHaveLength(2);
});
