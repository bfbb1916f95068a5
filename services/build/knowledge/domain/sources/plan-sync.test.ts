import { expect, test } from 'vitest';
import { type KeptPage, MOST_PAGES, planSync } from './plan-sync.ts';

const MAP = 'https://docs.example/sitemap.xml';
const listed = (path: string, lastModified: string | null = null, host = 'docs.example') => ({
  ...{ url: `https://${host}/${path}`, lastModified },
});
const kept = (id: string, more: Partial<KeptPage> = {}): KeptPage => ({
  ...{ id, url: `https://docs.example/${id}`, listedAt: '2026-11-01', missed: 0, failed: false, ...more },
});

test('new pages come, changed ones are read again, unchanged ones are left alone', () => {
  const plan = planSync(
    MAP,
    [listed('new'), listed('same', '2026-11-01'), listed('changed', '2026-11-20'), listed('silent')],
    [kept('same'), kept('changed'), kept('silent')],
  );
  expect(plan.added.map(({ url }) => url)).toEqual(['https://docs.example/new']);
  expect([plan.unchanged, plan.again.map(({ id }) => id)]).toEqual([['same'], ['changed', 'silent']]);
});

test('a page whose last reading failed is read again, whatever the list says', () => {
  const plan = planSync(MAP, [listed('broken', '2026-11-01')], [kept('broken', { failed: true })]);
  expect(plan.again).toEqual([{ id: 'broken', lastModified: '2026-11-01' }]);
});

test('a page goes when it is not listed for the second time', () => {
  const plan = planSync(MAP, [listed('a')], [kept('once'), kept('twice', { missed: 1 })]);
  expect([plan.missing, plan.gone]).toEqual([['once'], ['twice']]);
});

test('pages of another host, broken addresses and doubles are not taken; what finds no room is counted', () => {
  const many = Array.from({ length: MOST_PAGES + 7 }, (_, at) => listed(String(at)));
  const rest = [
    listed('0'),
    listed('x', null, 'evil.example'),
    { url: 'not an address', lastModified: null },
  ];
  const plan = planSync(MAP, [...many, ...rest], []);
  expect([plan.added.length, plan.leftOut]).toEqual([MOST_PAGES, 7]);
});
