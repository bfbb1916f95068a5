import type { Account, ErasureReceipt, Members } from '@tokenholic/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrivacyHouse, other, type PrivacyHouse } from './testing/privacy-house.ts';

let house: PrivacyHouse;
beforeAll(async () => {
  house = await openPrivacyHouse();
}, 240_000);
afterAll(() => house.product.close());

test('a person who left is erased: no name, no address in any store, and what they did stays', async () => {
  const name = '许金丝雀八八二';
  const email = 'xu-canary-8822@house.vendor.example';
  await house.owner('POST', 'invitations', { email, roles: ['sales_agent'], language: 'zh' });
  const xu = await house.joinAs(email, name);
  const id = (await xu<Account>('GET', 'account')).body.id;
  await house.owner('PUT', `clients/${other}/team/${id}`, { assigned: true });
  await house.product.dispatcher.idle();
  expect(await house.holding(name)).not.toEqual([]);
  const early = await house.owner<{ code: string }>('POST', `people/${id}/erasure`);
  expect(early.body.code).toBe('privacy.person_still_there');
  await house.owner<Members>('DELETE', `members/${id}`);
  const done = await house.owner<ErasureReceipt>('POST', `people/${id}/erasure`);
  expect([done.status, done.body.subject]).toEqual([200, { kind: 'person', id, clientId: null }]);
  expect([await house.holding(name), await house.holding(email)]).toEqual([[], []]);
  expect(await house.openedDump()).toContain('[erased] 加入团队');
});
