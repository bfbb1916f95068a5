import { expect, test } from 'vitest';
import { formatAgo, formatDate, formatGrowth, formatPercent } from './quantities.ts';
import { formatMoney, formatTokens, parseTokens } from './tokens.ts';

test.each([
  [1.82e12, '1.82 万亿', '1.82T'],
  [4.28e11, '4,280 亿', '428B'],
  [8.4e10, '840 亿', '84B'],
  [9.996e11, '1 万亿', '1T'],
  [2.36e9, '23.6 亿', '2.36B'],
  [5.2e6, '520 万', '5.2M'],
  [900, '900', '900'],
])('%d tokens read %s and %s', (tokens, zh, en) => {
  expect(formatTokens(tokens, 'zh').text).toBe(zh);
  expect(formatTokens(tokens, 'en').text).toBe(en);
});

test.each([
  [28_230_000, '¥2,823 万', '¥28.2M'],
  [340_000_000, '¥3.4 亿', '¥340M'],
  [861_000, '¥86.1 万', '¥861K'],
  [-1_200_000, '−¥120 万', '−¥1.2M'],
])('%d CNY reads %s and %s', (cny, zh, en) => {
  expect(formatMoney(cny, 'zh').text).toBe(zh);
  expect(formatMoney(cny, 'en').text).toBe(en);
});

test('dollars are shown at the rate of the map', () => {
  expect(formatMoney(7_100_000, 'en', { currency: 'USD', cnyPerUsd: 7.1 }).text).toBe('$1M');
});

test.each([
  ['2360亿', 2.36e11],
  ['236B', 2.36e11],
  ['1.2万亿', 1.2e12],
  ['5e9', 5e9],
  ['1,200,000', 1.2e6],
  ['２３６０ 亿', 2.36e11],
])('%s is understood as typed', (text, tokens) => {
  expect(parseTokens(text)).toBe(tokens);
});

test.each(['', 'many', '-5', '0', '12 apples'])('%j is not a token count', (text) => {
  expect(parseTokens(text)).toBeNull();
});

test('a bare number takes the unit that stands beside the field', () => {
  expect(parseTokens('2360', '亿')).toBe(2.36e11);
});

test('a small share is not rounded to nothing', () => {
  expect(formatPercent(0.002, 'zh')).toBe('<1%');
  expect(formatPercent(0.576, 'zh')).toBe('58%');
});

test('growth keeps its sign', () => {
  expect([formatGrowth(1.8), formatGrowth(-0.2)]).toEqual(['+180%', '−20%']);
});

test('dates come as far as they are known', () => {
  expect(formatDate('2025-06', 'en')).toBe('2025-06');
  expect(formatDate('2026-10-28', 'zh')).toBe('2026年10月28日');
  expect(formatDate('last spring', 'en')).toBe('last spring');
});

test('recent times are told from now', () => {
  const now = new Date('2026-11-20T09:12:00Z');
  expect(formatAgo('2026-11-20T09:09:00Z', now, 'en')).toBe('3 minutes ago');
});
