import type { Account, AccountSession, SignInStep, TwoFactorSetup } from '@tokenholic/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type House, openHouse, PASSWORD, type Visitor } from './testing/accounts-house.ts';
import { inMinutes, memberOf } from './testing/member.ts';
import { totp } from './testing/totp.ts';

let house: House;
let owner: Visitor;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.setUp();
});
afterAll(() => house.close());
afterEach(() => vi.useRealTimers());

const member = (email: string) => memberOf(house, email);

describe('a forgotten password', () => {
  test('is set anew with a link that works once, ends every session and a lock-out', async () => {
    const email = 'forgetful@harbourline.example';
    const before = await member(email);
    const visitor = house.visitor();
    for (let tries = 0; tries < 5; tries += 1)
      await visitor.call('POST', 'account/sign-in', { email, password: 'was it this one?' });
    expect((await visitor.call('POST', 'account/forgot', { email })).status).toBe(204);
    const token = await house.linkTo(email, 'reset');
    const password = 'another-41-lanterns-at-sea';
    expect((await visitor.call('POST', 'account/reset', { token, password })).status).toBe(204);
    expect((await visitor.call('POST', 'account/reset', { token, password })).code).toBe(
      'identity.link_not_valid',
    );
    expect((await before.call('GET', 'session')).status).toBe(401);
    const step = await visitor.call<SignInStep>('POST', 'account/sign-in', { email, password });
    expect([step.status, step.body.next]).toEqual([200, 'signed_in']);
    expect(await house.subjectsTo(email)).toContain('Your password was changed');
  });

  test('an hour later the link is worth nothing, and an unknown address gets no mail', async () => {
    const email = 'slow@harbourline.example';
    await member(email);
    const visitor = house.visitor();
    await visitor.call('POST', 'account/forgot', { email });
    const token = await house.linkTo(email, 'reset');
    inMinutes(61);
    const late = await visitor.call('POST', 'account/reset', {
      token,
      password: 'another-41-lanterns-at-sea',
    });
    expect(late.code).toBe('identity.link_not_valid');
    expect((await visitor.call('POST', 'account/forgot', { email: 'ghost@example.com' })).status).toBe(204);
    expect(await house.subjectsTo('ghost@example.com')).toEqual([]);
  });

  test('no more than five mails an hour go to one address', async () => {
    const visitor = house.visitor();
    const codes: string[] = [];
    for (let tries = 0; tries < 6; tries += 1)
      codes.push((await visitor.call('POST', 'account/forgot', { email: 'flooded@example.com' })).code);
    expect(codes).toEqual(['', '', '', '', '', 'identity.too_many_attempts']);
  });
});

describe('two-step sign-in', () => {
  const email = 'careful@harbourline.example';
  let visitor: Visitor;
  let setup: TwoFactorSetup;

  test('is on once a code of the app was entered', async () => {
    visitor = await member(email);
    const wrong = await visitor.call('POST', 'account/two-factor', { password: 'not mine at all' });
    expect(wrong.code).toBe('identity.wrong_password');
    setup = (await visitor.call<TwoFactorSetup>('POST', 'account/two-factor', { password: PASSWORD })).body;
    expect([setup.uri.startsWith('otpauth://totp/'), setup.recoveryCodes.length]).toEqual([true, 10]);
    expect((await visitor.call('PUT', 'account/two-factor', { code: '000000' })).code).toBe(
      'identity.wrong_code',
    );
    expect((await visitor.call<Account>('GET', 'account')).body.twoFactor).toBe(false);
    const code = totp(setup.secret, Date.now());
    expect((await visitor.call('PUT', 'account/two-factor', { code })).status).toBe(204);
    expect((await visitor.call<Account>('GET', 'account')).body.twoFactor).toBe(true);
  });

  test('then a password alone opens nothing, and each code opens once', async () => {
    const first = house.visitor();
    const step = await first.call<SignInStep>('POST', 'account/sign-in', { email, password: PASSWORD });
    expect(step.body.next).toBe('two_factor');
    expect((await first.call('GET', 'session')).status).toBe(401);
    inMinutes(1);
    const code = totp(setup.secret, Date.now());
    const done = await first.call<SignInStep>('POST', 'account/sign-in/code', { code, kind: 'totp' });
    expect(done.body.next).toBe('signed_in');
    expect((await first.call('GET', 'session')).status).toBe(200);
    const second = house.visitor();
    await second.call('POST', 'account/sign-in', { email, password: PASSWORD });
    const replay = await second.call('POST', 'account/sign-in/code', { code, kind: 'totp' });
    expect(replay.code).toBe('identity.wrong_code');
    expect((await second.call('GET', 'session')).status).toBe(401);
  });

  test('a recovery code opens once', async () => {
    const [code = ''] = setup.recoveryCodes;
    const enter = async () => {
      const lost = house.visitor();
      await lost.call('POST', 'account/sign-in', { email, password: PASSWORD });
      return (await lost.call('POST', 'account/sign-in/code', { code, kind: 'recovery' })).status;
    };
    expect([await enter(), await enter()]).toEqual([200, 401]);
  });

  test('codes cannot be guessed: five wrong ones end the sign-in', async () => {
    const guesser = house.visitor();
    await guesser.call('POST', 'account/sign-in', { email, password: PASSWORD });
    const codes: string[] = [];
    for (let tries = 0; tries < 6; tries += 1)
      codes.push((await guesser.call('POST', 'account/sign-in/code', { code: '000000', kind: 'totp' })).code);
    expect(codes.slice(0, 4)).toEqual(Array(4).fill('identity.wrong_code'));
    expect(codes[5]).toBe('identity.sign_in_again');
  });

  test('switching it off needs the password, and is told by mail', async () => {
    const off = (password: string) => visitor.call('DELETE', 'account/two-factor', { password });
    expect((await off('not mine at all')).code).toBe('identity.wrong_password');
    expect((await off(PASSWORD)).status).toBe(204);
    expect((await house.subjectsTo(email))[0]).toBe('Two-step sign-in is off');
  });
});

describe('the own account', () => {
  test('sessions are listed, and ended one by one or all others at once', async () => {
    const email = 'devices@harbourline.example';
    const visitor = await member(email);
    const others = [house.visitor('192.0.2.1'), house.visitor('192.0.2.2'), house.visitor('192.0.2.3')];
    for (const other of others) await other.call('POST', 'account/sign-in', { email, password: PASSWORD });
    const list = async () =>
      (await visitor.call<{ items: AccountSession[] }>('GET', 'account/sessions')).body.items;
    const first = (await list()).find(({ address }) => address === '192.0.2.1');
    expect((await visitor.call('DELETE', `account/sessions/${first?.id}`)).status).toBe(204);
    expect((await others[0]?.call('GET', 'session'))?.status).toBe(401);
    expect((await visitor.call('DELETE', 'account/sessions')).status).toBe(204);
    expect((await list()).map(({ current }) => current)).toEqual([true]);
    expect((await others[2]?.call('GET', 'session'))?.status).toBe(401);
  });

  test('somebody else’s session is not found', async () => {
    const stranger = await member('stranger@harbourline.example');
    const { body } = await stranger.call<{ items: AccountSession[] }>('GET', 'account/sessions');
    const attempt = await owner.call('DELETE', `account/sessions/${body.items[0]?.id}`);
    expect(attempt.status).toBe(404);
  });

  test('a new password needs the current one and signs other devices out', async () => {
    const email = 'changer@harbourline.example';
    const visitor = await member(email);
    const other = house.visitor();
    await other.call('POST', 'account/sign-in', { email, password: PASSWORD });
    const password = 'a-new-one-with-12-lighthouses';
    const wrong = await visitor.call('PUT', 'account/password', { current: 'not mine at all', password });
    expect(wrong.code).toBe('identity.wrong_password');
    const done = await visitor.call('PUT', 'account/password', { current: PASSWORD, password });
    expect(done.status).toBe(204);
    expect([
      (await visitor.call('GET', 'session')).status,
      (await other.call('GET', 'session')).status,
    ]).toEqual([200, 401]);
  });

  test('a new name shows in the session at once', async () => {
    const visitor = await member('renamed@harbourline.example');
    await visitor.call('PATCH', 'account', { name: '陈米娅', language: 'zh' });
    const { body } = await visitor.call<{ user: { name: { zh: string } } }>('GET', 'session');
    expect(body.user.name.zh).toBe('陈米娅');
  });
});
