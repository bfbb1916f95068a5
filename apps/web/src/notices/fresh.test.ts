import type { Notice } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { fresh, titleOf } from './fresh';

const notice = (id: string, level: Notice['level'] = 'info', popUp = true): Notice => ({
  ...{ id, level, popUp, kind: 'other', client: null, text: { zh: '预算', en: 'Budget' } },
  ...{ eventId: id, at: '2026-11-27T00:00:00.000Z', read: false },
});

test('what was there when the product was opened is no news, and nothing is news twice', () => {
  expect(fresh(null, [notice('a')])).toEqual({ news: [], folded: 0 });
  expect(fresh(new Set(['a']), [notice('a'), notice('b')]).news.map(({ id }) => id)).toEqual(['b']);
});

test('of a rush the most serious are shown and the others counted', () => {
  const rush = [notice('a'), notice('b'), notice('c', 'warning'), notice('d', 'critical'), notice('e')];
  const { news, folded } = fresh(new Set(), rush);
  expect([news.map(({ id }) => id), folded]).toEqual([['d', 'c', 'a'], 2]);
});

test('what the person does not want on the screen now stays in the list', () => {
  expect(fresh(new Set(), [notice('a', 'critical', false)]).news).toEqual([]);
});

test('a notice of the vendor’s own stands without a client’s name', () => {
  const local = (text: { zh: string; en: string }) => text.en;
  expect(titleOf(notice('a'), local)).toBe('Budget');
  expect(titleOf({ ...notice('a'), client: { id: 'c', name: 'Northgate' } }, local)).toBe(
    'Northgate · Budget',
  );
});
