import { argon2Sync } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword, isOldHash, verifyPassword } from './adapters/accounts/passwords.ts';
import { credentials } from './tables-accounts.ts';
import { type House, openHouse, PASSWORD } from './testing/accounts-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** As it was kept before the settings changed: 19 MiB and two passes. */
function olderHash(password: string): string {
  const nonce = Buffer.alloc(16, 3);
  const options = { message: password, nonce, parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=19456,t=2,p=1$${plain(nonce)}$${plain(argon2Sync('argon2id', options))}`;
}

test('a hash opens with its password alone, and says how it was made', async () => {
  const hash = await hashPassword(PASSWORD);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=7168,t=5,p=1\$/);
  expect([await verifyPassword(hash, PASSWORD), await verifyPassword(hash, `${PASSWORD}x`)]).toEqual([
    true,
    false,
  ]);
  expect([isOldHash(hash), isOldHash(olderHash(PASSWORD))]).toEqual([false, true]);
  expect(await verifyPassword('not a hash', PASSWORD)).toBe(false);
});

test('what was hashed with older settings still opens, and is hashed anew at that sign-in', async () => {
  await house.setUp();
  const { db } = house.accounts;
  const stored = async () => (await db.select().from(credentials).where(isNotNull(credentials.password)))[0];
  const older = olderHash(PASSWORD);
  const id = (await stored())?.id ?? '';
  await db
    .update(credentials)
    .set({ password: older })
    .where(and(eq(credentials.id, id)));
  const signIn = (password: string) =>
    house.visitor().call('POST', 'account/sign-in', { email: 'lin.pei@vendor.example', password });
  expect((await signIn('wrong-password-here')).status).not.toBe(200);
  expect((await stored())?.password).toBe(older);
  expect((await signIn(PASSWORD)).status).toBe(200);
  expect((await stored())?.password).toMatch(/m=7168,t=5/);
  expect((await signIn(PASSWORD)).status).toBe(200);
});
