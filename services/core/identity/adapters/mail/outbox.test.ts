import { createLogger } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mail } from '../../domain/mails.ts';
import { identityMigrations } from '../../service.ts';
import { mails } from '../../tables-accounts.ts';
import { type AccountsDatabase, createAccountsDatabase } from '../accounts/database.ts';
import { createOutbox } from './outbox.ts';

let kit: TestKit;
let db: AccountsDatabase;
let clock: Date;
let delivered: Mail[];
let isAway: boolean;
beforeAll(async () => {
  kit = await createTestKit([identityMigrations]);
  db = createAccountsDatabase(kit);
});
beforeEach(async () => {
  await db.delete(mails);
  [clock, delivered, isAway] = [new Date('2026-11-21T08:00:00Z'), [], false];
});
afterAll(() => kit.close());

const mail: Mail = {
  to: 'mia@example.com',
  subject: 'Reset your password',
  body: 'https://x.example/reset?token=t',
};
const open = () =>
  createOutbox({
    db,
    logger: createLogger('silent'),
    now: () => clock,
    transport: async (sent) => {
      if (isAway) throw new Error('connect ECONNREFUSED');
      delivered.push(sent);
    },
  });

test('a delivered mail keeps its subject and loses the link it carried', async () => {
  const outbox = open();
  await outbox.post(mail);
  await outbox.deliver();
  expect(delivered).toEqual([mail]);
  expect((await outbox.list(null, 9))[0]).toMatchObject({
    status: 'delivered',
    body: null,
    subject: mail.subject,
  });
});

test('a mail server that is away is tried again later, and mail is given up after eight times', async () => {
  const outbox = open();
  isAway = true;
  await outbox.post(mail);
  await outbox.deliver();
  expect((await outbox.list(null, 9))[0]).toMatchObject({ status: 'waiting', attempts: 1, body: mail.body });
  isAway = false;
  await outbox.deliver();
  expect(delivered).toEqual([]);
  clock = new Date(clock.getTime() + 3 * 60_000);
  await outbox.deliver();
  expect(delivered).toEqual([mail]);
  isAway = true;
  await outbox.post(mail);
  for (let tries = 0; tries < 9; tries += 1) {
    await outbox.deliver();
    clock = new Date(clock.getTime() + 86_400_000);
  }
  expect((await outbox.list(null, 9))[0]).toMatchObject({ status: 'failed', attempts: 8 });
});

test('two processes deliver each mail once', async () => {
  const [one, other] = [open(), open()];
  isAway = true;
  for (let count = 0; count < 12; count += 1) await one.post({ ...mail, to: `p${count}@example.com` });
  await one.deliver();
  isAway = false;
  clock = new Date(clock.getTime() + 3 * 60_000);
  await Promise.all([one.deliver(), other.deliver()]);
  expect(new Set(delivered.map(({ to }) => to)).size).toBe(12);
  expect(delivered).toHaveLength(12);
});

test('the same mail posted again under its id is one mail', async () => {
  const outbox = open();
  const id = '01970000-0000-7000-8000-0000000000e1';
  isAway = true;
  for (let times = 0; times < 2; times += 1) await outbox.post(mail, id);
  expect(await outbox.list(null, 9)).toHaveLength(1);
});

test('mail older than a month is taken away', async () => {
  const outbox = open();
  await outbox.post(mail);
  clock = new Date(clock.getTime() + 31 * 86_400_000);
  await outbox.sweep();
  expect(await outbox.list(null, 9)).toEqual([]);
});
