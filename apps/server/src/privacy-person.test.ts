import type { Account, ErasureReceipt, Members } from '@tokenholic/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doDeeds, wordsOfDeeds } from './testing/own-deeds.ts';
import { openPrivacyHouse, other, type PrivacyHouse } from './testing/privacy-house.ts';

let house: PrivacyHouse;
beforeAll(async () => {
  house = await openPrivacyHouse();
}, 240_000);
afterAll(() => house.product.close());

test('what a person of the seller did names them in no store in plain; after they left an erasure takes their name out of it', async () => {
  const name = '许金丝雀八八二';
  const email = 'xu-canary-8822@house.vendor.example';
  await house.owner('POST', 'invitations', { email, roles: ['sales_agent'], language: 'zh' });
  const xu = await house.joinAs(email, name);
  const id = (await xu<Account>('GET', 'account')).body.id;
  await house.owner('PUT', `clients/${other}/team/${id}`, { assigned: true });
  const deal = '01970000-0000-7000-8000-00000000b100';
  const made = await xu('POST', `clients/${other}/deals`, {
    ...{ id: deal, title: '客服迁移', amountMinor: 100, currency: 'CNY', closeDate: '2027-03-01' },
    ...{ source: '', products: [], competitors: [], stage: 'lead' },
  });
  expect(made.status).toBeLessThan(300);
  await doDeeds({ agent: xu, manager: house.owner }, { clientId: other, dealId: deal, personId: id });
  await house.settled();
  const hidden = [name, email, '林佩', ...Object.values(wordsOfDeeds)];
  const places = [];
  for (const text of hidden) places.push([text, await house.holding(text)]);
  expect(places).toEqual(hidden.map((text) => [text, []]));
  const told = await house.openedDump();
  expect([...hidden.filter((text) => !told.includes(text))]).toEqual([]);
  expect(told.split(name).length).toBeGreaterThan(20);
  const early = await house.owner<{ code: string }>('POST', `people/${id}/erasure`);
  expect(early.body.code).toBe('privacy.person_still_there');
  await house.owner<Members>('DELETE', `members/${id}`);
  const done = await house.owner<ErasureReceipt>('POST', `people/${id}/erasure`);
  expect([done.status, done.body.subject]).toEqual([200, { kind: 'person', id, clientId: null }]);
  expect([await house.holding(name), await house.holding(email)]).toEqual([[], []]);
  const left = await house.openedDump();
  expect(left).toContain('[erased] 加入团队');
  expect(left).toContain(wordsOfDeeds.step);
  // A mail to a colleague that tells of the deed is the colleague's: the erasure of a person leaves it.
  const naming = left.split('\n').filter((line) => line.includes(name));
  expect(naming.filter((line) => !line.includes('"recipient":"lin@vendor.example"'))).toEqual([]);
});
