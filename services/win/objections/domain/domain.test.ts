import { expect, test } from 'vitest';
import { pickProven, type Worked } from './pick-proven.ts';
import { successRate } from './success-rate.ts';

test('a success rate carries the interval of Wilson, wide while little was rated', () => {
  expect(successRate(0, 0)).toBeNull();
  // 1 of 1 and 8 of 10: Wilson's limits as Brown, Cai and DasGupta (2001) define them.
  expect(successRate(1, 0)).toMatchObject({ value: 1, high: 1 });
  expect(successRate(1, 0)?.low).toBeCloseTo(0.2065, 4);
  expect(successRate(8, 2)?.low).toBeCloseTo(0.4902, 4);
  expect(successRate(8, 2)?.high).toBeCloseTo(0.9433, 4);
  expect(successRate(0, 5)?.low).toBeCloseTo(0, 10);
});

const worked = (at: number, change: Partial<Worked> = {}): Worked => ({
  ...{
    objectionId: `o${at}`,
    objection: '太贵了',
    sent: `回应${at}`,
    createdAt: `2026-01-0${at}T00:00:00.000Z`,
  },
  ...{ clientId: 'other', category: 'price', language: 'zh' },
  ...change,
});
const asked = { id: 'now', clientId: 'mine', category: 'price', language: 'zh' } as const;

test('what worked is shown newest first, and before all what worked with this client', () => {
  const proven = pickProven([worked(1, { clientId: 'mine' }), worked(2), worked(3), worked(4)], asked);
  expect(proven.map(({ objectionId }) => objectionId)).toEqual(['o1', 'o4', 'o3']);
  expect(proven.map(({ sameClient }) => sameClient)).toEqual([true, false, false]);
});

test('another kind, another language, the same words again and the objection itself are left out', () => {
  const proven = pickProven(
    [
      worked(1, { category: 'need' }),
      worked(2, { language: 'en' }),
      worked(3, { objectionId: 'now' }),
      worked(4, { sent: '一样' }),
      worked(5, { sent: '一样' }),
    ],
    asked,
  );
  expect(proven.map(({ objectionId }) => objectionId)).toEqual(['o5']);
  expect(pickProven([worked(1)], { ...asked, category: null })).toEqual([]);
});

test('without a client nobody is taken for the same one', () => {
  expect(pickProven([worked(1, { clientId: null })], { ...asked, clientId: null })).toMatchObject([
    { sameClient: false },
  ]);
});
