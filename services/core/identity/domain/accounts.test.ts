import { expect, test } from 'vitest';
import { minutesToWait } from './attempts.ts';
import { leastBusy } from './least-busy.ts';
import { hashLinkToken, newLinkToken, sameSecret } from './link-token.ts';
import { writeMail } from './mails.ts';
import { grantableRoles, mayChange } from './member-roles.ts';
import { weaknessOf } from './password-strength.ts';

const now = new Date('2026-11-21T08:00:00Z');
const limit = { name: 'sign-in', most: 5, seconds: 900 };
const until = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('one waits only when the limit is reached and its window not over', () => {
  expect(minutesToWait(limit, null, now)).toBe(0);
  expect(minutesToWait(limit, { count: 4, windowEndsAt: until(9) }, now)).toBe(0);
  expect(minutesToWait(limit, { count: 5, windowEndsAt: until(9) }, now)).toBe(9);
  expect(minutesToWait(limit, { count: 9, windowEndsAt: until(0) }, now)).toBe(0);
});

test.each([
  ['Passwort', 'short'],
  ['Welcome123456', 'common'],
  ['123456789012', 'common'],
  ['abcdefghijkl', 'common'],
  ['qwertyuiop12', 'common'],
  ['aaaaaaaaaaaab', 'common'],
  ['lin.pei-is-here', 'personal'],
  ['四盏灯笼在安静的港口里摇晃', null],
  ['correct horse battery staple', null],
])('%s: %s', (password, weakness) => {
  expect(weaknessOf(password, ['lin.pei'])).toBe(weakness);
});

test('only who has the top role gives it, others manage what is below', () => {
  expect(grantableRoles('client', ['owner'])).toContain('owner');
  expect(grantableRoles('client', ['admin'])).not.toContain('owner');
  expect(grantableRoles('client', ['developer'])).toEqual([]);
  expect(grantableRoles('vendor', ['platform_admin'])).not.toContain('owner');
  expect(mayChange(['owner'], ['owner', 'viewer'], ['viewer'])).toBe(true);
  expect(mayChange(['owner'], ['viewer'], ['viewer'])).toBe(false);
});

test('a new client goes to whoever has the fewest', () => {
  const people = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect(leastBusy(people, [{ userId: 'a' }, { userId: 'c' }, { userId: 'c' }])?.id).toBe('b');
  expect(leastBusy([], [])).toBeNull();
});

test('a name with line breaks cannot forge lines or headers of a mail', () => {
  const mail = {
    kind: 'invitation' as const,
    organization: 'X\r\nBcc: all@x',
    invitedBy: 'Eve\nhttps://evil',
  };
  const { subject, body } = writeMail('a@b.example', 'en', mail, 'https://t.example/sign-up?invitation=s');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(body.split('\n')[0]).toContain('Eve https://evil');
  expect(body).toContain('\nhttps://t.example/sign-up?invitation=s\n');
});

test('link secrets are long, differ, and are kept as hashes', () => {
  const [one, other] = [newLinkToken(), newLinkToken()];
  expect([one.length, one === other, hashLinkToken(one) === one]).toEqual([43, false, false]);
  expect([sameSecret(one, one), sameSecret(one, other)]).toEqual([true, false]);
});
