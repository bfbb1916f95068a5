import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { unwrapDataKey, wrapDataKey } from './data-keys.ts';

test('a key that is remembered holds its own few bytes, not a slab that other texts were cut from', () => {
  const root = randomBytes(32);
  const of = {
    organizationId: '01970000-0000-7000-8000-0000000000a1',
    purpose: 'data',
    version: 1,
  } as const;
  const key = randomBytes(32);
  const unwrapped = unwrapDataKey(root, of, wrapDataKey(root, of, key));
  expect(unwrapped.equals(key)).toBe(true);
  expect(unwrapped.buffer.byteLength).toBe(32);
});
