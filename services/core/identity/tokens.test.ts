import { createSign, generateKeyPairSync } from 'node:crypto';
import type { CreatedApiKey, IssuedToken, Members, ServiceAccounts, Session } from '@tokenholic/contracts';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type House, openHouse, PASSWORD, type Visitor } from './testing/accounts-house.ts';

const clientId = '01970000-0000-7000-8000-00000000c001';
let house: House;
let owner: Visitor;
let serviceId: string;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.setUp();
  const roles = ['sales_agent'];
  const made = await owner.call<ServiceAccounts>('POST', 'service-accounts', { name: 'CRM 同步', roles });
  serviceId = made.body.items[0]?.id ?? '';
  await owner.call('POST', 'clients', { id: clientId, name: '青禾生鲜', website: null, research: null });
});
afterAll(() => house.close());
afterEach(() => vi.useRealTimers());

const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function newKey(scopes: string[], days = 30): Promise<CreatedApiKey> {
  const body = { name: 'nightly', scopes, days };
  const made = await owner.call<CreatedApiKey>('POST', `service-accounts/${serviceId}/keys`, body);
  expect(made.status).toBe(201);
  return made.body;
}

const tokenOf = async (visitor: Visitor) =>
  (await visitor.call<IssuedToken>('POST', 'account/token')).body.accessToken;

test('a key opens what its scopes say and nothing else', async () => {
  const { key } = await newKey(['client.read']);
  const program = house.bearer(key);
  const { status, body } = await program.call<{ items: unknown[] }>('GET', 'clients');
  expect([status, body.items]).toEqual([200, []]);
  const write = { id: clientId.replace('c001', 'c005'), name: 'x', website: null, research: null };
  expect((await program.call('POST', 'clients', write)).code).toBe('kit.forbidden');
  for (const path of ['account', 'members', 'service-accounts', 'outbox', 'account/sessions'])
    expect([path, (await program.call('GET', path)).status]).toEqual([path, 403]);
});

test('a service sees the clients it was given, like a colleague', async () => {
  const program = house.bearer((await newKey(['client.read'])).key);
  expect((await program.call('GET', `clients/${clientId}`)).status).toBe(404);
  await owner.call('PUT', `clients/${clientId}/team/${serviceId}`, { assigned: true });
  expect((await program.call('GET', `clients/${clientId}`)).status).toBe(200);
});

test('a key cannot be given what its service’s roles do not have, nor what only people do', async () => {
  const ask = (scopes: string[]) =>
    owner.call('POST', `service-accounts/${serviceId}/keys`, { name: 'x', scopes, days: 1 });
  expect((await ask(['client.assign'])).code).toBe('identity.scope_not_possible');
  expect((await ask(['account.use'])).code).toBe('identity.scope_not_possible');
  const top = { name: 'root', roles: ['platform_admin'] };
  expect((await owner.call('POST', 'service-accounts', top)).code).toBe('identity.role_not_yours');
});

test('only the beginning of a key is ever shown again, and only a hash is kept', async () => {
  const { key, made } = await newKey(['client.read']);
  const list = await owner.call<ServiceAccounts>('GET', 'service-accounts');
  expect(JSON.stringify(list.body)).not.toContain(key);
  expect(key.startsWith(made.prefix)).toBe(true);
  const { rows } = await house.kit.database.pool.query('select * from identity.api_keys');
  expect(JSON.stringify(rows)).not.toContain(key);
});

test('a secret is not kept for a request that is sent again', async () => {
  const response = await house.app.inject({
    ...{ method: 'POST', url: `/api/service-accounts/${serviceId}/keys` },
    headers: {
      'idempotency-key': 'nightly-key-0001',
      cookie: [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload: { name: 'nightly', scopes: ['client.read'], days: 1 },
  });
  expect(response.statusCode).toBe(201);
  const { rows } = await house.kit.database.pool.query('select * from kit.idempotency_keys');
  expect(rows).toEqual([]);
});

test('a key ends when it is revoked, when its days are over and with its service', async () => {
  const [one, other] = [await newKey(['client.read']), await newKey(['client.read'], 2)];
  const status = async (key: string) => (await house.bearer(key).call('GET', 'clients')).status;
  expect([await status(one.key), await status(other.key)]).toEqual([200, 200]);
  await owner.call('DELETE', `service-accounts/${serviceId}/keys/${one.made.id}`);
  expect([await status(one.key), await status(other.key)]).toEqual([401, 200]);
  later(2 * DAY + 1);
  expect(await status(other.key)).toBe(401);
  vi.useRealTimers();
  const brief = await owner.call<ServiceAccounts>('POST', 'service-accounts', {
    ...{ name: '临时', roles: ['sales_agent'] },
  });
  const id = brief.body.items.find(({ name }) => name === '临时')?.id;
  const body = { name: 'k', scopes: ['client.read'], days: 9 };
  const made = await owner.call<CreatedApiKey>('POST', `service-accounts/${id}/keys`, body);
  expect(await status(made.body.key)).toBe(200);
  await owner.call('DELETE', `service-accounts/${id}`);
  expect(await status(made.body.key)).toBe(401);
});

test('a token is RS256, lives an hour, and anybody can check it with the published keys', async () => {
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const bound = house.app.server.address();
  const port = typeof bound === 'object' ? bound?.port : 0;
  const token = await tokenOf(owner);
  const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`));
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...{ issuer: 'http://tokenholic.test', audience: 'http://tokenholic.test' },
  });
  expect(protectedHeader.alg).toBe('RS256');
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
  expect((await house.bearer(token).call<Session>('GET', 'session')).body.user.name.zh).toBe('林佩');
  later(HOUR + 1_000);
  expect((await house.bearer(token).call('GET', 'session')).status).toBe(401);
});

test('published keys hold nothing secret', async () => {
  const response = await house.app.inject({ url: '/.well-known/jwks.json' });
  expect(response.json().keys.map((key: object) => Object.keys(key).sort())).toEqual([
    ['alg', 'e', 'kid', 'kty', 'n', 'use'],
  ]);
});

test('forged, altered and foreign tokens are nobody’s', async () => {
  const token = await tokenOf(owner);
  const [head = '', body = '', mac = ''] = token.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const own = createSign('RSA-SHA256').update(`${head}.${body}`).sign(privateKey).toString('base64url');
  const forged = [
    `${encode({ alg: 'none' })}.${body}.`,
    `${encode({ alg: 'HS256', kid: decodeProtectedHeader(token).kid })}.${body}.${mac}`,
    `${head}.${encode({ ...claims, sub: clientId })}.${mac}`,
    `${head}.${body}.${own}`,
    ...['thk_', 'x', `thk_${'A'.repeat(43)}`],
  ];
  for (const text of forged)
    expect([text.slice(0, 30), (await house.bearer(text).call('GET', 'session')).status]).toEqual([
      text.slice(0, 30),
      401,
    ]);
});

test('a bad bearer is not saved by a good cookie', async () => {
  const { key } = await newKey(['client.read']);
  const both = house.bearer(`${key.slice(0, -1)}~`);
  for (const [name, value] of owner.cookies) both.cookies.set(name, value);
  expect((await both.call('GET', 'session')).status).toBe(401);
});

test('a token ends with the session or the key it came from', async () => {
  const visitor = house.visitor();
  await visitor.call('POST', 'account/sign-in', { email: 'lin.pei@vendor.example', password: PASSWORD });
  const fromSession = await tokenOf(visitor);
  const { key, made } = await newKey(['client.read']);
  const fromKey = await tokenOf(house.bearer(key));
  const status = async (token: string) => (await house.bearer(token).call('GET', 'clients')).status;
  expect([await status(fromSession), await status(fromKey)]).toEqual([200, 200]);
  expect((await house.bearer(fromKey).call('GET', 'members')).status).toBe(403);
  await visitor.call('POST', 'account/sign-out');
  await owner.call('DELETE', `service-accounts/${serviceId}/keys/${made.id}`);
  expect([await status(fromSession), await status(fromKey)]).toEqual([401, 401]);
  expect((await house.visitor().call('POST', 'account/token')).status).toBe(401);
});

test('a token does not make another token', async () => {
  const token = await tokenOf(owner);
  expect((await house.bearer(token).call('POST', 'account/token')).status).toBe(401);
});

test('keys rotate under running tokens; revoking ends them all', async () => {
  const before = await tokenOf(owner);
  const status = async (token: string) => (await house.bearer(token).call('GET', 'session')).status;
  expect((await owner.call('POST', 'signing-keys/rotations', { revoke: false })).status).toBe(204);
  const after = await tokenOf(owner);
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
  expect([await status(before), await status(after)]).toEqual([200, 200]);
  const response = await house.app.inject({ url: '/.well-known/jwks.json' });
  expect(response.json().keys).toHaveLength(2);
  await owner.call('POST', 'signing-keys/rotations', { revoke: true });
  expect([await status(before), await status(after)]).toEqual([401, 401]);
  expect(await status(await tokenOf(owner))).toBe(200);
});

test('a signing key is replaced after a month by itself', async () => {
  const before = decodeProtectedHeader(await tokenOf(owner)).kid;
  later(31 * DAY);
  const visitor = house.visitor();
  await visitor.call('POST', 'account/sign-in', { email: 'lin.pei@vendor.example', password: PASSWORD });
  expect(decodeProtectedHeader(await tokenOf(visitor)).kid).not.toBe(before);
});

test('a client’s owner neither sees nor uses the vendor’s services', async () => {
  await owner.call('POST', `clients/${clientId}/invitations`, {
    email: 'boss@qinghe.example',
    language: 'zh',
  });
  const boss = house.visitor();
  await boss.call('POST', 'account/sign-up', {
    ...{ name: '许老板', email: 'boss@qinghe.example', password: PASSWORD, language: 'zh' },
    invitation: await house.linkTo('boss@qinghe.example', 'sign-up'),
  });
  expect((await boss.call<ServiceAccounts>('GET', 'service-accounts')).body.items).toEqual([]);
  const body = { name: 'x', scopes: ['client.read'], days: 1 };
  expect((await boss.call('POST', `service-accounts/${serviceId}/keys`, body)).status).toBe(404);
  expect((await boss.call('DELETE', `service-accounts/${serviceId}`)).status).toBe(404);
  expect((await boss.call('POST', 'signing-keys/rotations', { revoke: true })).status).toBe(403);
  const { body: people } = await owner.call<Members>('GET', 'members');
  expect(people.members.map(({ name }) => name)).toEqual(['林佩']);
});

test('the API’s description says how to sign in', async () => {
  await house.app.ready();
  const description = JSON.parse(JSON.stringify(house.app.swagger()));
  expect(Object.keys(description.components.securitySchemes)).toEqual(['bearer', 'session']);
  expect(description.security).toEqual([{ bearer: [] }, { session: [] }]);
  expect(description.paths['/api/account/sign-in'].post.security).toEqual([]);
  expect(description.paths['/api/clients'].get.security).toBeUndefined();
});
