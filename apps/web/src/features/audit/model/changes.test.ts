import { expect, test } from 'vitest';
import { changesOf } from './changes';

test('a change says each field that differs, before and after', () => {
  expect(changesOf({ stage: 'sales', note: 'x' }, { stage: 'onboarding', note: 'x', by: ['a'] })).toEqual([
    { field: 'stage', before: 'sales', after: 'onboarding' },
    { field: 'by', before: null, after: '["a"]' },
  ]);
});

test('an entry without before or after, or with a bare value, can be shown too', () => {
  expect(changesOf(null, null)).toEqual([]);
  expect(changesOf(3, 4)).toEqual([{ field: '', before: '3', after: '4' }]);
});
