import { readFileSync } from 'node:fs';
import { type BattleMap, battleMapSchema } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { DEFAULT_ASSUMPTIONS, growthFactor, priceFactor, projectMap } from './project.ts';

const yunxiu: BattleMap = battleMapSchema.parse(
  JSON.parse(readFileSync(new URL('../testing/yunxiu-map.json', import.meta.url), 'utf8')),
);

test('year nought is the map as it stands, in every scenario', () => {
  const [now] = projectMap(yunxiu, DEFAULT_ASSUMPTIONS, 3).years;
  const { tokensPerYear, valuePerYear } = yunxiu.totals;
  for (const scenario of ['low', 'base', 'high'] as const) {
    expect((now?.tokens[scenario] ?? 0) / tokensPerYear.mid).toBeCloseTo(1, 6);
    expect((now?.valueCny[scenario] ?? 0) / valuePerYear.mid).toBeCloseTo(1, 6);
  }
});

test('the base scenario at its defaults is the projection on the map', () => {
  const projected = projectMap(yunxiu, DEFAULT_ASSUMPTIONS, 3).useCases;
  for (const column of yunxiu.useCases)
    for (const { year, tokens } of column.projection) {
      const found = projected.find(({ key }) => key === column.key)?.years.find((item) => item.year === year);
      expect((found?.tokens.base ?? 0) / tokens.mid).toBeCloseTo(1, 6);
    }
});

test('growth of a half fades: 1.5 in the first year, 1.3 in the second', () => {
  expect(growthFactor(0.5, 'base', DEFAULT_ASSUMPTIONS, 1)).toBeCloseTo(1.5);
  expect(growthFactor(0.5, 'base', DEFAULT_ASSUMPTIONS, 2)).toBeCloseTo(1.5 * 1.3);
});

test.each([0.5, -0.3])('low stays below base and base below high at a growth of %d', (rate) => {
  const [low, base, high] = (['low', 'base', 'high'] as const).map((scenario) =>
    growthFactor(rate, scenario, DEFAULT_ASSUMPTIONS, 3),
  );
  expect(low).toBeLessThan(base ?? 0);
  expect(base).toBeLessThan(high ?? 0);
});

test('a use that shrinks by more than all is gone, not below nothing', () => {
  expect(growthFactor(-3, 'base', DEFAULT_ASSUMPTIONS, 2)).toBe(0);
});

test('discount, commitment and falling prices multiply', () => {
  const deal = {
    ...DEFAULT_ASSUMPTIONS,
    priceFall: 0.2,
    discount: 0.1,
    committed: 0.5,
    commitmentDiscount: 0.2,
  };
  expect(priceFactor(deal, 0)).toBeCloseTo(0.9 * 0.9);
  expect(priceFactor(deal, 2)).toBeCloseTo(0.64 * 0.9 * 0.9);
});
