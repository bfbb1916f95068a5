import { expect, test } from 'vitest';
import { formatAmount, parseAmount } from './amount';

test.each([
  ['280万', 280_000_000],
  ['1.2m', 120_000_000],
  ['¥2,800,000', 280_000_000],
  ['３.５ 亿', 35_000_000_000],
  ['0', 0],
])('%s is understood as typed', (text, minor) => {
  expect(parseAmount(text)).toBe(minor);
});

test.each(['', 'viel', '-5', '1,2,3万元整'])('%j is no amount', (text) => {
  expect(parseAmount(text)).toBeNull();
});

test('an amount keeps its own currency', () => {
  expect(formatAmount(680_000_000, 'CNY', 'zh')).toBe('¥680 万');
  expect(formatAmount(115_000_000, 'USD', 'en')).toBe('$1.15M');
});
