import { expect, test } from 'vitest';
import { draftOf, readDraft } from './model-draft';

const bailian = { ...draftOf(null), model: 'qwen-plus', apiKey: 'sk-1' };

test('a provider of its own needs a model and a key, no address', () => {
  expect(readDraft(bailian, true).body).toEqual({
    kind: 'bailian',
    model: 'qwen-plus',
    baseUrl: null,
    apiKey: 'sk-1',
    price: null,
  });
});

test('an untouched key is kept when a model is changed, and missing when it is new', () => {
  const draft = { ...bailian, apiKey: ' ' };
  expect(readDraft(draft, false).body?.apiKey).toBeNull();
  expect(readDraft(draft, true).problems).toEqual(['key_needed']);
});

test.each([
  [
    { priceInput: '0.8', priceOutput: '2' },
    { input: 0.8, output: 2 },
  ],
  [{ priceInput: '', priceOutput: ' ' }, null],
])('prices come as a pair or not at all (%o)', (prices, expected) => {
  expect(readDraft({ ...bailian, ...prices }, true).body?.price).toEqual(expected);
});

test.each([
  [{ priceInput: '1', priceOutput: '' }, 'price_wrong'],
  [{ priceInput: '-1', priceOutput: '2' }, 'price_wrong'],
  [{ priceInput: '一元', priceOutput: '2' }, 'price_wrong'],
  [{ model: '  ' }, 'model_needed'],
  [{ baseUrl: 'host/v1' }, 'base_url_wrong'],
  [{ kind: 'openai_compatible' as const }, 'base_url_needed'],
])('%o is said to be wrong', (change, problem) => {
  expect(readDraft({ ...bailian, ...change }, true)).toEqual({ body: null, problems: [problem] });
});
