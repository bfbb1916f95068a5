import { expect, test } from 'vitest';
import { withoutValues } from './logger.ts';

test('values of a failed statement do not reach the log, statement and stack do', () => {
  const text =
    'Error: Failed query: insert into "notes"\nparams: 林佩,客户很机密\n第二行\n    at query (pool.js:1)';
  expect(withoutValues(text)).toBe('Error: Failed query: insert into "notes"\n    at query (pool.js:1)');
  expect(withoutValues('Failed query: x\nparams: secret')).toBe('Failed query: x');
});
