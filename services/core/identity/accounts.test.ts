import type {
  Account,
  Entry,
  Members,
  Session,
  SignInStep,
  SignIns,
  TwoFactorSetup,
} from '@tokenholic/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type House, IDLE_MINUTES, openHouse, PASSWORD, type Visitor } from './testing/accounts-house.ts';
import { inMinutes, memberOf, signUp } from './testing/member.ts';
import { totp } from './testing/totp.ts';

let house: House;
let owner: Visitor;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => vi.useRealTimers());

const member = (email: string) => memberOf(house, email);

describe('a new installation', () => {
  test('nobody gets in before it has an owner, and only the server’s log makes one', async () => {
    const visitor = house.visitor();
    expect((await visitor.call<Entry>('GET', 'account/entry')).body.mode).toBe('setup');
    const early = await visitor.call('POST', 'account/sign-up', signUp('early@example.com'));
    expect(early.code).toBe('identity.setup_first');
    const guess = await visitor.call(
      'POST',
      'account/sign-up',
      signUp('a@b.example', { setupCode: 'guess' }),
    );
    expect(guess.code).toBe('identity.setup_code_wrong');
    owner = await house.setUp();
    const { body } = await owner.call<Account>('GET', 'account');
    expect(body).toMatchObject({ name: '林佩', roles: ['platform_admin', 'sales_manager'] });
    expect(body.organization).toMatchObject({ name: '云上销售', kind: 'vendor' });
    expect((await visitor.call<Entry>('GET', 'account/entry')).body.mode).toBe('accounts');
  });
});

describe('signing up', () => {
  test('an address is verified by its link before one can sign in, and brings an organisation of its own', async () => {
    const email = 'mia@harbourline.example';
    const visitor = house.visitor();
    const made = await visitor.call<SignInStep>('POST', 'account/sign-up', signUp(email));
    expect([made.status, made.body.next]).toEqual([200, 'verify']);
    const early = await visitor.call('POST', 'account/sign-in', { email, password: PASSWORD });
    expect([early.status, early.code]).toEqual([403, 'identity.not_verified']);
    const token = await house.linkTo(email, 'verify');
    expect((await visitor.call('POST', 'account/verify', { token })).status).toBe(204);
    expect((await visitor.call('POST', 'account/verify', { token })).status).toBe(204);
    const step = await visitor.call<SignInStep>('POST', 'account/sign-in', { email, password: PASSWORD });
    expect(step.body.next).toBe('signed_in');
    const { body } = await visitor.call<Account>('GET', 'account');
    expect(body).toMatchObject({ roles: ['owner'], organization: { name: 'Harbourline', kind: 'client' } });
    const clients = await owner.call<{ items: { name: string }[] }>('GET', 'clients');
    expect(clients.body.items.map(({ name }) => name)).toEqual(['Harbourline']);
    expect((await visitor.call('GET', 'clients')).code).toBe('kit.forbidden');
  });

  test('an address that has an account gets the same answer and a mail that says so', async () => {
    const again = await house
      .visitor()
      .call<SignInStep>('POST', 'account/sign-up', signUp('mia@harbourline.example', { name: 'Somebody' }));
    expect([again.status, again.body.next]).toEqual([200, 'verify']);
    expect((await house.subjectsTo('mia@harbourline.example'))[0]).toBe(
      'You have a Tokenholic account already',
    );
  });

  test('a link that is an hour old verifies nothing, a new one does', async () => {
    const email = 'late@harbourline.example';
    const visitor = house.visitor();
    await visitor.call('POST', 'account/sign-up', signUp(email));
    const old = await house.linkTo(email, 'verify');
    inMinutes(61);
    expect((await visitor.call('POST', 'account/verify', { token: old })).code).toBe(
      'identity.link_not_valid',
    );
    expect((await visitor.call('POST', 'account/verification', { email })).status).toBe(204);
    const token = await house.linkTo(email, 'verify');
    expect((await visitor.call('POST', 'account/verify', { token })).status).toBe(204);
  });

  test('a forged link verifies nothing', async () => {
    const forged = await house
      .visitor()
      .call('POST', 'account/verify', { token: 'eyJhbGciOiJub25lIn0.e30.' });
    expect([forged.status, forged.code]).toEqual([400, 'identity.link_not_valid']);
  });

  test.each([
    ['short-one', 'short'],
    ['password12345', 'common'],
    ['mia chen loves tea', 'personal'],
  ])('%s is refused as %s', async (password, reason) => {
    const { body, code } = await house
      .visitor()
      .call<{ details: { reason: string } }>('POST', 'account/sign-up', signUp('x@y.example', { password }));
    expect([code, body.details.reason]).toEqual(['identity.weak_password', reason]);
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address look the same', async () => {
    const visitor = house.visitor();
    const wrong = await visitor.call('POST', 'account/sign-in', {
      ...{ email: 'mia@harbourline.example', password: 'not the password' },
    });
    const unknown = await visitor.call('POST', 'account/sign-in', {
      ...{ email: 'nobody@harbourline.example', password: PASSWORD },
    });
    expect([wrong.status, wrong.code]).toEqual([401, 'identity.wrong_sign_in']);
    expect([unknown.status, unknown.code]).toEqual([wrong.status, wrong.code]);
  });

  test('five wrong passwords lock an address for a quarter of an hour, from wherever, also for the right one', async () => {
    const email = 'locked@harbourline.example';
    await member(email);
    const attempt = (password: string, index: number) =>
      house.visitor(`198.51.100.${index}`).call('POST', 'account/sign-in', { email, password });
    const codes = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((index) => attempt('wrong password', index)));
    const counted = (code: string) => codes.filter((answer) => answer.code === code).length;
    expect([counted('identity.wrong_sign_in'), counted('identity.too_many_attempts')]).toEqual([5, 2]);
    const right = await attempt(PASSWORD, 8);
    expect([right.status, right.code]).toEqual([429, 'identity.too_many_attempts']);
    inMinutes(16);
    expect((await attempt(PASSWORD, 9)).status).toBe(200);
  });

  test('signing out ends the session, also for a copy of its cookie', async () => {
    const visitor = await member('leaver@harbourline.example');
    const copy = new Map(visitor.cookies);
    expect((await visitor.call('POST', 'account/sign-out')).status).toBe(204);
    expect((await visitor.call('GET', 'session')).status).toBe(401);
    const thief = house.visitor();
    for (const [name, value] of copy) thief.cookies.set(name, value);
    expect((await thief.call('GET', 'session')).status).toBe(401);
  });

  test('a session ends after a week without use', async () => {
    const visitor = await member('idle@harbourline.example');
    inMinutes(8 * 24 * 60);
    expect((await visitor.call('GET', 'session')).status).toBe(401);
  });

  test('a session that is used goes on, and ends when it was not used for the time that is set', async () => {
    const visitor = await member('busy@harbourline.example');
    inMinutes(IDLE_MINUTES - 10);
    expect((await visitor.call('GET', 'session')).status).toBe(200);
    inMinutes(IDLE_MINUTES - 10);
    expect((await visitor.call('GET', 'session')).status).toBe(200);
    inMinutes(IDLE_MINUTES + 1);
    expect((await visitor.call('GET', 'session')).status).toBe(401);
    vi.useRealTimers();
    expect((await visitor.call('GET', 'session')).status).toBe(401);
  });

  test('a cookie that was tampered with is nobody’s', async () => {
    const visitor = await member('tampered@harbourline.example');
    for (const [name, value] of visitor.cookies)
      visitor.cookies.set(name, `${value.slice(0, 10)}x${value.slice(11)}`);
    expect((await visitor.call('GET', 'session')).status).toBe(401);
  });
});

describe('what protects administrators', () => {
  test('a password that came out in a breach is refused', async () => {
    const weak = await house.visitor().call('POST', 'account/sign-up', {
      ...signUp('breached@harbourline.example'),
      password: '1q2w3e4r5t6y',
    });
    expect([weak.status, weak.code]).toEqual([400, 'identity.weak_password']);
  });

  test('who changes roles gives the password again, unless they just signed in', async () => {
    const visitor = await member('owner-again@harbourline.example');
    const { body: me } = await visitor.call<Account>('GET', 'account');
    const change = () => visitor.call('PUT', `members/${me.id}/roles`, { roles: ['owner', 'admin'] });
    expect((await change()).status).toBe(200);
    inMinutes(11);
    const asked = await change();
    expect([asked.status, asked.code]).toEqual([403, 'kit.password_again']);
    const wrong = await visitor.call('POST', 'account/confirmation', { password: 'not this one at all' });
    expect(wrong.code).toBe('identity.wrong_password');
    expect((await change()).code).toBe('kit.password_again');
    expect((await visitor.call('POST', 'account/confirmation', { password: PASSWORD })).status).toBe(204);
    expect((await change()).status).toBe(200);
  });

  test('after a week an administrator without a second step opens nothing but the own account', async () => {
    const email = 'no-second-step@harbourline.example';
    const visitor = await member(email);
    const early = await visitor.call<Session>('GET', 'session');
    expect(early.body.secondStepDue).toBeDefined();
    expect((await visitor.call('GET', 'members')).status).toBe(200);
    inMinutes(8 * 24 * 60);
    await visitor.call('POST', 'account/sign-in', { email, password: PASSWORD });
    const late = await visitor.call('GET', 'members');
    expect([late.status, late.code]).toEqual([403, 'identity.second_step_needed']);
    expect((await visitor.call('GET', 'account')).status).toBe(200);
    const setup = await visitor.call<TwoFactorSetup>('POST', 'account/two-factor', { password: PASSWORD });
    await visitor.call('PUT', 'account/two-factor', { code: totp(setup.body.secret, Date.now()) });
    expect((await visitor.call('GET', 'members')).status).toBe(200);
    expect((await visitor.call<Session>('GET', 'session')).body.secondStepDue).toBeUndefined();
  });

  test('an organisation may decide that its administrators need no second step', async () => {
    const email = 'relaxed@harbourline.example';
    const visitor = await member(email);
    const off = await visitor.call<Members>('PUT', 'members/policy', { administratorsNeedSecondStep: false });
    expect(off.body.policy).toEqual({ administratorsNeedSecondStep: false });
    inMinutes(8 * 24 * 60);
    await visitor.call('POST', 'account/sign-in', { email, password: PASSWORD });
    expect((await visitor.call('GET', 'members')).status).toBe(200);
  });

  test('tries to sign in that failed are shown to whom they were about', async () => {
    const email = 'tried@harbourline.example';
    const visitor = await member(email);
    await house.visitor().call('POST', 'account/sign-in', { email, password: 'was it this one?' });
    await expect
      .poll(async () => (await visitor.call<SignIns>('GET', 'account/sign-ins')).body.items[0]?.outcome)
      .toBe('wrong_password');
    const { body } = await visitor.call<SignIns>('GET', 'account/sign-ins');
    expect(body.items.map(({ outcome }) => outcome)).toEqual(['wrong_password', 'signed_in']);
  });
});

test('tenants and the system role have no right on any table of accounts', async () => {
  const { rows } = await house.kit.database.pool.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'accounts' and c.relkind = 'r'",
  );
  expect(rows.length).toBeGreaterThan(6);
  for (const { name } of rows) {
    const statement = `select 1 from accounts.${name}`;
    await expect(house.kit.database.withSystem(({ client }) => client.query(statement))).rejects.toThrow(
      /denied/,
    );
    const organization = '01970000-0000-7000-8000-00000000000a';
    const asTenant = house.kit.database.withTenant([organization], ({ db }) => db.execute(statement));
    await expect(asTenant).rejects.toThrow();
  }
});
