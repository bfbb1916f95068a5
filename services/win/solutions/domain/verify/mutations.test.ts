import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import { mutantsOf } from './mutations.fixture.ts';
import { faultOf } from './verify.ts';

/** Documents as the curated base has them, and the sentences that stand in them. */
const documents = [
  ...reference.products.flatMap(({ name, what, pricing, differentiators, limits }) =>
    (['zh', 'en'] as const).map((language) => [
      `${name[language]}: ${what[language]}`,
      ...[...pricing, ...differentiators, ...limits].map((fact) => fact[language]),
    ]),
  ),
  ...reference.comparisons.flatMap(({ ours, theirs }) =>
    (['zh', 'en'] as const).map((language) => [ours?.[language] ?? '', theirs?.[language] ?? '']),
  ),
].map((lines) => lines.filter((line) => line.length > 8 && !line.includes(' | ')));

test('what stands in a passage is supported by it, word for word', () => {
  const dropped = documents.flatMap((lines) =>
    lines.filter((line) => faultOf(line, [lines.join('\n')]) !== null),
  );
  expect(dropped).toEqual([]);
});

test('no falsified sentence of the whole curated base passes: figures, units, periods, names, yes and no, limits, strong words', () => {
  const kinds = new Map<string, number>();
  const passed: string[] = [];
  for (const lines of documents)
    for (const line of lines)
      for (const { kind, text } of mutantsOf(line)) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (faultOf(text, [lines.join('\n')]) === null) passed.push(`${kind}: ${text} ← ${line}`);
      }
  // A falsifier that finds nothing to falsify would pass everything.
  for (const kind of ['figure', 'unit', 'name', 'negation', 'strength'])
    expect([kind, (kinds.get(kind) ?? 0) > 20]).toEqual([kind, true]);
  expect(passed).toEqual([]);
});

const PRICES =
  'Qwen-Plus costs 0.8 CNY input and 2 CNY output per million tokens. Qwen-Plus-Character costs 6 CNY. Batch must not be combined with the cache. The plan starts from 1,000 CNY a month. At most 20 requests per minute are free.';
test.each([
  ['figures change places', 'Qwen-Plus costs 2 CNY input and 0.8 CNY output per million tokens.'],
  ["a neighbour's price", 'Qwen-Plus costs 6 CNY.'],
  ['a shorter name', 'Qwen costs 0.8 CNY input.'],
  ['a longer name', 'Qwen-Plus-Max costs 0.8 CNY input.'],
  ['another currency', 'The plan starts from 1,000 USD a month.'],
  ['another period', 'The plan starts from 1,000 CNY a year.'],
  ['another scale', 'Qwen-Plus costs 0.8 CNY input per thousand tokens.'],
  ['a yes made of a no', 'Batch must be combined with the cache.'],
  ['a floor made of a ceiling', 'At least 20 requests per minute are free.'],
  ['a promise', 'At most 20 requests per minute are always free.'],
  ['only', 'Only 20 requests per minute are free.'],
  ['Chinese: another currency', '套餐每月 1000 美元起。'],
  ['Chinese: another period', '套餐每年 1000 元起。'],
  ['Chinese: another scale', '套餐每月 1000 万元起。'],
  ['Chinese: a promise', '套餐每月 1000 元起，保证不涨价。'],
  ['Chinese: a yes made of a no', 'Qwen-Plus 不收 0.8 元。'],
  ['Chinese: free', 'Qwen-Plus 免费。'],
  ['both languages: a name that is not there', 'Qwen-Plus 与 Doubao-Pro 都是 0.8 元。'],
])('%s is not supported', (_what, claim) => {
  expect([claim, faultOf(claim, [PRICES])]).not.toEqual([claim, null]);
});

test.each([
  'Qwen-Plus costs 0.8 CNY input and 2 CNY output per million tokens.',
  'The plan starts from CNY 1000 a month.',
  'Batch must not be combined with the cache.',
  '套餐每月 1000 元起。',
  'Qwen-Plus 每百万 Token 输入 0.8 元。',
])('“%s” is supported', (claim) => {
  expect(faultOf(claim, [PRICES])).toBeNull();
});

test('figures are read with their scale, unit and period in both languages', () => {
  const read = (text: string) => figuresOf(text).map(({ value, unit, per }) => [value, unit, per]);
  expect(read('1.2M tokens')).toEqual([[1_200_000, 'token', null]]);
  expect(read('100 万元/年')).toEqual([[1_000_000, 'cny', 'year']]);
  expect(read('每月 1,000 元起')).toEqual([[1000, 'cny', 'month']]);
  expect(read('¥4 per million tokens')).toEqual([[4, 'cny', 'million']]);
  expect(read('use qwen3.7-max and Qwen2-VL')).toEqual([]);
});
