import type { Account, Members, OpenInvitation, OutboxPage, SignInStep } from '@tokenholic/contracts';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { verifyAudit } from './queries/verify-audit.ts';
import { type House, openHouse, PASSWORD, type Visitor } from './testing/accounts-house.ts';

let house: House;
let owner: Visitor;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.setUp();
});
afterAll(() => house.close());
afterEach(() => vi.useRealTimers());

const invite = (email: string, roles: string[], from = owner) =>
  from.call<Members>('POST', 'invitations', { email, roles, language: 'zh' });

async function join(email: string, name: string): Promise<Visitor> {
  const visitor = house.visitor();
  const invitation = await house.linkTo(email, 'sign-up');
  const input = { name, email, password: PASSWORD, language: 'zh', invitation };
  const { body } = await visitor.call<SignInStep>('POST', 'account/sign-up', input);
  expect(body.next).toBe('signed_in');
  return visitor;
}

const members = async (visitor = owner) => (await visitor.call<Members>('GET', 'members')).body;
const idOf = async (email: string) => (await members()).members.find((one) => one.email === email)?.id ?? '';

test('who is invited sees by whom and where, and is a verified member at once', async () => {
  const email = 'zhou.heng@vendor.example';
  const { body } = await invite(email, ['sales_agent']);
  expect(body.invitations[0]).toMatchObject({ email, status: 'open' });
  const token = await house.linkTo(email, 'sign-up');
  const shown = await house.visitor().call<OpenInvitation>('POST', 'account/invitation', { token });
  expect(shown.body).toEqual({
    ...{ organizationName: '云上销售', invitedBy: '林佩', email, roles: ['sales_agent'] },
  });
  const visitor = await join(email, '周衡');
  const account = (await visitor.call<Account>('GET', 'account')).body;
  expect(account).toMatchObject({ roles: ['sales_agent'], organization: { name: '云上销售' } });
  expect((await members()).invitations[0]?.status).toBe('accepted');
  expect((await visitor.call('GET', 'members')).code).toBe('kit.forbidden');
});

test('a link works once, for the invited address only, for a week, and not after it was taken back', async () => {
  const email = 'su.ran@vendor.example';
  await invite(email, ['support_specialist']);
  const first = await house.linkTo(email, 'sign-up');
  await invite(email, ['support_specialist']);
  const second = await house.linkTo(email, 'sign-up');
  const accept = (invitation: string, address = email) =>
    house.visitor().call('POST', 'account/sign-up', {
      ...{ name: '苏然', email: address, password: PASSWORD, language: 'zh', invitation },
    });
  expect((await accept(first)).code).toBe('identity.link_not_valid');
  expect((await accept(second, 'other@vendor.example')).code).toBe('identity.link_not_valid');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 86_400_000 });
  expect((await accept(second)).code).toBe('identity.link_not_valid');
  vi.useRealTimers();
  const open = (await members()).invitations.find((one) => one.email === email && one.status === 'open');
  expect((await owner.call('DELETE', `invitations/${open?.id}`)).status).toBe(200);
  expect((await accept(second)).code).toBe('identity.link_not_valid');
});

test('two people who use one link at once: one gets in, and nobody is left half-made', async () => {
  const email = 'race@vendor.example';
  await invite(email, ['sales_agent']);
  const invitation = await house.linkTo(email, 'sign-up');
  const input = { name: 'Race', email, password: PASSWORD, language: 'en', invitation };
  const statuses = await Promise.all(
    [1, 2, 3].map(async () => (await house.visitor().call('POST', 'account/sign-up', input)).status),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect((await members()).members.filter((one) => one.email === email)).toHaveLength(1);
});

test('nobody hands out a role above the own', async () => {
  await invite('manager@vendor.example', ['sales_manager']);
  const manager = await join('manager@vendor.example', '吴经理');
  expect((await invite('x@vendor.example', ['platform_admin'], manager)).code).toBe(
    'identity.role_not_yours',
  );
  expect((await invite('x@vendor.example', ['owner'], owner)).code).toBe('identity.role_not_yours');
  const up = await manager.call('PUT', `members/${await idOf('manager@vendor.example')}/roles`, {
    roles: ['sales_manager', 'platform_admin'],
  });
  expect(up.code).toBe('identity.role_not_yours');
  const down = await manager.call('DELETE', `members/${await idOf('lin.pei@vendor.example')}`);
  expect(down.code).toBe('identity.role_not_yours');
});

test('an organisation keeps an owner, and can be handed over', async () => {
  const first = await idOf('lin.pei@vendor.example');
  const roles = (id: string, given: string[]) => owner.call('PUT', `members/${id}/roles`, { roles: given });
  expect((await roles(first, ['sales_manager'])).code).toBe('identity.last_owner');
  const next = await idOf('manager@vendor.example');
  expect((await roles(next, ['platform_admin', 'sales_manager'])).status).toBe(200);
  expect((await roles(first, ['sales_manager'])).status).toBe(200);
  expect((await owner.call('GET', 'outbox')).status).toBe(403);
  const manager = house.visitor();
  await manager.call('POST', 'account/sign-in', { email: 'manager@vendor.example', password: PASSWORD });
  await manager.call('PUT', `members/${first}/roles`, { roles: ['platform_admin', 'sales_manager'] });
  expect((await owner.call('GET', 'outbox')).status).toBe(200);
});

test('who is removed is out at once, and the address can be invited again', async () => {
  const email = 'gone@vendor.example';
  await invite(email, ['sales_agent']);
  const visitor = await join(email, '离开者');
  expect((await visitor.call('GET', 'session')).status).toBe(200);
  expect((await owner.call('DELETE', `members/${await idOf(email)}`)).status).toBe(200);
  expect((await visitor.call('GET', 'session')).status).toBe(401);
  expect((await visitor.call('POST', 'account/sign-in', { email, password: PASSWORD })).status).toBe(401);
  expect((await invite(email, ['sales_agent'])).status).toBe(200);
});

test('an agent’s client is claimed with a link of thirty days', async () => {
  const clientId = '01970000-0000-7000-8000-00000000c001';
  await owner.call('POST', 'clients', { id: clientId, name: '青禾生鲜', website: null, research: null });
  const email = 'boss@qinghe.example';
  const input = { email, language: 'zh' };
  expect((await owner.call('POST', `clients/${clientId}/invitations`, input)).status).toBe(204);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 29 * 86_400_000 });
  const boss = await join(email, '许老板');
  const { body } = await boss.call<Account>('GET', 'account');
  expect(body).toMatchObject({ roles: ['owner'], organization: { id: clientId, name: '青禾生鲜' } });
  expect((await boss.call('GET', `clients/${clientId}`)).status).toBe(403);
  const people = await members(boss);
  expect(people.grantable).toContain('viewer');
  expect(people.grantable).not.toContain('sales_agent');
});

test('a member of one organisation neither sees nor changes another’s', async () => {
  await owner.call('POST', 'clients', {
    ...{ id: '01970000-0000-7000-8000-00000000c009', name: '白露茶业', website: null, research: null },
  });
  const boss = house.visitor();
  await boss.call('POST', 'account/sign-in', { email: 'boss@qinghe.example', password: PASSWORD });
  expect((await members(boss)).members.map(({ email }) => email)).toEqual(['boss@qinghe.example']);
  const stranger = await idOf('zhou.heng@vendor.example');
  expect((await boss.call('PUT', `members/${stranger}/roles`, { roles: ['viewer'] })).status).toBe(404);
  expect((await boss.call('DELETE', `members/${stranger}`)).status).toBe(404);
});

test('mail waits in the outbox for the owner, page by page', async () => {
  const { body } = await owner.call<OutboxPage>('GET', 'outbox');
  expect([body.delivers, body.items[0]?.status]).toEqual([false, 'waiting']);
  expect(body.items.some(({ body: text }) => text?.includes('/sign-up?invitation='))).toBe(true);
});

test('what was done to people stands in a chain that holds', async () => {
  const { body } = await owner.call<Account>('GET', 'account');
  expect(await verifyAudit(house.kit, body.organization.id)).toMatchObject({ brokenAt: null });
});
