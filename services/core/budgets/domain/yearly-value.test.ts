import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { type AskedModel, yearlyValue } from './yearly-value.ts';

const MILLION = 1_000_000;
const bailian = (model: string, price: AskedModel['price'] = null): AskedModel => ({
  ...{ kind: 'bailian', model, price },
});
const cny = (models: readonly AskedModel[], tokens: number | null = 10 * MILLION) =>
  yearlyValue(tokens, models, reference)?.cny;

test('a year at a limit is worth twelve months of it at what the model takes for a token it writes', () => {
  const listed = reference.models
    .find(({ id }) => id === 'qwen-plus')
    ?.prices.find(({ currency }) => currency === 'CNY');
  expect(listed?.output).toBeGreaterThan(listed?.input ?? 0);
  const { cnyPerUsd } = reference.exchangeRate;
  const inDollars = reference.models
    .find(({ id }) => id === 'qwen-plus')
    ?.prices.find(({ currency }) => currency === 'USD');
  const most = Math.max(listed?.output ?? 0, (inDollars?.output ?? 0) * cnyPerUsd);
  const value = yearlyValue(10 * MILLION, [bailian('qwen-plus')], reference);
  expect(value).toEqual({
    cny: Math.round(120 * most),
    basis: { zh: 'qwen-plus 的列表价', en: 'the list price of qwen-plus' },
  });
});

test('the dearest model that is connected counts, and a price somebody set goes before the list', () => {
  const set = bailian('qwen-plus', { input: 50, output: 7 });
  expect(cny([set])).toBe(6_000);
  expect(cny([bailian('qwen-plus'), set])).toBe(6_000);
  const openai: AskedModel = { kind: 'openai', model: 'GPT-5.5-2026-04-01', price: null };
  expect(cny([openai])).toBe(cny([{ ...openai, model: 'gpt-5.5' }]));
  expect(cny([openai, set])).toBeGreaterThan(6_000);
});

test('no model connected: the median of our own text models; a model without a known price, or no limit: nothing is made up', () => {
  expect(yearlyValue(10 * MILLION, [], reference)?.basis.en).toMatch(/median of \d+ list prices/);
  const unknown: AskedModel = { kind: 'openai_compatible', model: 'house-made-7b', price: null };
  expect(yearlyValue(10 * MILLION, [unknown], reference)).toBeNull();
  expect(cny([unknown, bailian('qwen-plus')])).toBe(cny([bailian('qwen-plus')]));
  expect(yearlyValue(null, [], reference)).toBeNull();
});
