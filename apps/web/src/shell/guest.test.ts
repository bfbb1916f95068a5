import { expect, test } from 'vitest';
import { readNext, readTexts } from './guest';

test.each([
  ['/copilot?client=1', '/copilot?client=1'],
  ['https://evil.example', undefined],
  ['//evil.example', undefined],
  ['/\\\\evil.example', undefined],
  [7, undefined],
])('after signing in, %s leads to %s', (next, expected) => {
  expect(readNext({ next }).next).toBe(expected);
});

test('only the named texts of a search are read', () => {
  expect(readTexts({ token: 'a', other: 'b', email: 5 }, ['token', 'email'])).toEqual({
    token: 'a',
    email: '5',
  });
});
