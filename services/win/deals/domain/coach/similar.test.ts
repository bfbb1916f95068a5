import { expect, test } from 'vitest';
import { meddiccOf } from './meddicc.ts';
import type { DealPicture } from './picture.ts';
import { type Comparable, likenessOf, mostAlike } from './similar.ts';

const deal = (id: string, more: Partial<Comparable> = {}): Comparable => ({
  ...{ id, clientId: id, stage: 'won', amountCny: 1_000_000, products: ['百炼'], competitors: ['火山引擎'] },
  ...{ source: '战图', roles: ['champion'], contacts: 2, ...more },
});

test('the deal with the same product, rival and size stands first and says why', () => {
  const found = mostAlike(
    deal('x'),
    [
      deal('x'),
      deal('far', {
        products: ['语音'],
        competitors: ['Azure'],
        amountCny: 90_000_000,
        source: '展会',
        roles: [],
      }),
      deal('near', { amountCny: 1_400_000 }),
      deal('half', { competitors: ['Azure'], amountCny: 9_000_000 }),
    ],
    5,
  );
  expect(found.map(({ deal: { id } }) => id)).toEqual(['near', 'half']);
  expect(found[0]?.why.map(({ zh }) => zh).slice(0, 2)).toEqual(['同样的产品：百炼', '同样的对手：火山引擎']);
});

test('what a record does not say counts neither for nor against', () => {
  const silent = deal('y', { products: [], competitors: [], source: '', roles: [], amountCny: 0 });
  expect(likenessOf(deal('x', { roles: [] }), silent).score).toBe(0);
  expect(likenessOf(deal('x'), deal('x2')).score).toBe(1);
  expect(likenessOf(deal('x'), deal('z', { source: '' })).score).toBe(1);
});

test('MEDDICC is known from roles and from words, and a gap is a gap', () => {
  const picture: DealPicture = {
    ...{ stage: 'evaluation', rottingDays: 14, title: '', closeDate: '2027-01-01', createdAt: new Date(0) },
    ...{ stageSince: new Date(0), competitors: ['Azure'], pushes: [], steps: [] },
    people: [{ name: '许岚', role: 'economic_buyer', lastAt: null }],
    said: [
      {
        ...{ id: 'a', kind: 'call', direction: 'in', at: new Date(0), subject: '并发' },
        text: '现在太慢，投诉多，要省三成成本。合同走法务。',
      },
    ],
  };
  const known = meddiccOf(picture)
    .filter((one) => one.known)
    .map(({ letter }) => letter);
  expect(known).toEqual(['M', 'E', 'P', 'I', 'Co']);
  expect(meddiccOf(picture).find(({ letter }) => letter === 'I')?.evidence[0]?.quote).toContain('太慢');
});
