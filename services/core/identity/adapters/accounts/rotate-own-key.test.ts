import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createLocalKeyManagement, createVault, dropOldInstallationKeys } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityMigrations } from '../../service.ts';
import { mails, people } from '../../tables-accounts.ts';
import { type AccountsDatabase, createAccountsDatabase } from './database.ts';
import { rotateOwnKey } from './rotate-own-key.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit([identityMigrations]);
});
afterAll(() => kit.close());

const PEOPLE = 30;
const person = (index: number) => ({
  ...{ id: crypto.randomUUID(), name: `Person ${index}`, email: `p${index}@vendor.example` },
  ...{ language: 'en' as const, createdAt: new Date(), updatedAt: new Date() },
});

test('the installation’s key is changed under readers and writers of two processes: nobody is ever not found, and none twice', async () => {
  const db = createAccountsDatabase(kit);
  for (let index = 0; index < PEOPLE; index += 1) await db.insert(people).values(person(index));
  // A second process, with a memory of its own that hears of nothing.
  const deaf = createVault({ ...kit, keepers: [createLocalKeyManagement('test', randomBytes(32))] });
  deaf.roots.find = (version) => kit.vault.roots.find(version);
  await kit.database.withSystem((tx) => deaf.keys.openInstallation(tx));
  const other = createAccountsDatabase({ database: kit.database, vault: deaf });
  let running = true;
  let reads = 0;
  const read = async (from: AccountsDatabase, step: number) => {
    for (let index = 0; running; index = (index + step) % PEOPLE) {
      const found = await from
        .select()
        .from(people)
        .where(eq(people.email, `p${index}@vendor.example`));
      expect(found.map(({ name }) => name)).toEqual([`Person ${index}`]);
      reads += 1;
      // The embedded database never waits for the loop: others get their turn here.
      await pause(0);
    }
  };
  const write = async (from: AccountsDatabase, start: number) => {
    for (let index = start; running; index += 1) {
      await pause(0);
      const row = person(index);
      await from.insert(people).values(row);
      await expect(from.insert(people).values({ ...row, id: crypto.randomUUID() })).rejects.toThrow();
      await from.insert(mails).values({
        ...{ id: crypto.randomUUID(), recipient: row.email, subject: 'Hello', body: 'Text' },
        ...{ status: 'waiting' as const, nextAt: new Date(), createdAt: new Date() },
      });
    }
  };
  const work = [read(db, 1), read(other, 7), write(db, 1_000), write(other, 5_000)];
  for (let times = 0; times < 3; times += 1) {
    expect(await rotateOwnKey(kit)).toBeGreaterThanOrEqual(PEOPLE);
    // Both processes go on with the new version before it changes again.
    for (const until = reads + 8; reads < until; ) await Promise.race([pause(5), ...work]);
  }
  running = false;
  await Promise.all(work);
  const { rows } = await kit.database.pool.query(
    `select distinct split_part(email, ':', 3) as version from accounts.people
     union select distinct split_part(subject, ':', 3) from accounts.mails`,
  );
  expect(rows).toEqual([{ version: '4' }]);
  const all = await other.select().from(people);
  expect(all.filter(({ name, email }) => !name.startsWith('Person') || !email.endsWith('.example'))).toEqual(
    [],
  );
});

test('versions that were left go an hour later, the one that seals stays', async () => {
  const left = async () => {
    const { rows } = await kit.database.pool.query<{ version: number }>(
      "select version from kit.data_keys where organization_id = '00000000-0000-0000-0000-000000000000' and purpose = 'data' order by 1",
    );
    return rows.map(({ version }) => version);
  };
  expect(await dropOldInstallationKeys(kit, new Date())).toBe(0);
  expect(await left()).toEqual([1, 2, 3, 4]);
  expect(await dropOldInstallationKeys(kit, new Date(Date.now() + 2 * 3_600_000))).toBe(3);
  expect(await left()).toEqual([4]);
  const [one] = await createAccountsDatabase(kit)
    .select()
    .from(people)
    .where(eq(people.email, 'p3@vendor.example'));
  expect(one?.name).toBe('Person 3');
});
