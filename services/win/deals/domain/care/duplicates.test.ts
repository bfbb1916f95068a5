import { expect, test } from 'vitest';
import { duplicateAccounts, duplicateContacts, duplicateDeals, likeness } from './duplicates.ts';

const person = (id: string, name: string, email = '', phone = '', clientId = 'c') => ({
  id,
  clientId,
  name,
  email,
  phone,
});
const pairs = (found: readonly { a: { id: string }; b: { id: string } }[]) =>
  found.map(({ a, b }) => a.id + b.id);

test('people are one by address, telephone or name in any order, but never across clients or against two addresses', () => {
  expect(
    pairs(
      duplicateContacts([
        person('1', 'Ana Ruiz', 'ana@x.example'),
        person('2', 'A. Ruiz', 'ANA@x.example'),
        person('3', 'Ruiz, Ana'),
        person('4', 'Ana Ruiz', 'other@x.example'),
        person('5', '许岚', '', '+86 138-0000-1234'),
        person('6', '许总', '', '13800001234'),
        person('7', 'Ana Ruiz', 'ana@x.example', '', 'other client'),
      ]),
    ),
  ).toEqual(['12', '56', '13']);
});

test('deals are one by name, or by a name alike with one amount', () => {
  const deal = (id: string, title: string, amountMinor = 0, clientId = 'c') => ({
    ...{ id, clientId, title, amountMinor, closeDate: '2027-01-01', products: [] },
  });
  const found = duplicateDeals([
    deal('1', '漫剧分镜迁移到万相'),
    deal('2', '漫剧分镜 迁移到万相'),
    deal('3', '漫剧分镜迁移万相平台', 500),
    deal('4', '漫剧分镜迁移（二期）', 500),
    deal('5', '客服机器人', 500),
    deal('6', '漫剧分镜迁移到万相', 0, 'other client'),
  ]);
  expect(pairs(found)[0]).toBe('12');
  expect(pairs(found)).toContain('34');
  expect(pairs(found).join()).not.toMatch(/5|6/);
  expect([likeness('abc', 'abc'), likeness('ab', 'xy'), likeness('night', 'nacht')]).toEqual([1, 0, 0.25]);
});

test('clients are one when only the kind of company differs', () => {
  const named = ['云岫科技有限公司', '云岫', 'Northgate Bank', 'Northgate Bank Ltd.', '公司'].map(
    (name, at) => ({
      ...{ id: String(at), name },
    }),
  );
  expect(pairs(duplicateAccounts(named))).toEqual(['01', '23']);
});
