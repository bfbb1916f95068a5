import type { StageCounts } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { EVERYBODY } from './filter';
import { ROLE_VIEWS, roleView, roleViewOf, startingFilter } from './role-view';

const counts: StageCounts = { all: 5, sales: 2, onboarding: 1, support: 0, success: 2, industries: [] };

test('each role gets the view of its work, and who leads sees everybody', () => {
  expect(roleViewOf(['support_specialist'])).toBe('support');
  expect(roleViewOf(['sales_agent'])).toBe('agent');
  expect(roleViewOf(['support_specialist', 'sales_manager'])).toBe('manager');
});

test('the list begins with the stage of the view, but never empty', () => {
  expect(startingFilter(roleView('success'), counts)).toMatchObject({ stage: 'success', order: 'health' });
  expect(startingFilter(roleView('support'), counts)).toEqual(EVERYBODY);
  expect(startingFilter(roleView('manager'), undefined)).toEqual(EVERYBODY);
});

test('every view offers ways on, each once', () => {
  for (const name of ROLE_VIEWS) {
    const keys = roleView(name).shortcuts.map(({ key }) => key);
    expect([name, keys.length > 2, new Set(keys).size === keys.length]).toEqual([name, true, true]);
  }
});
