import { lifecycleStageSchema } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { checklistFor, missingItems, nextStages } from './lifecycle.ts';

test('the way leads from sales over onboarding to support and success, and every step has a checklist', () => {
  const reached = new Set(['sales']);
  for (const stage of lifecycleStageSchema.options)
    for (const next of nextStages(stage)) {
      reached.add(next);
      expect([next, checklistFor(next).length > 0]).toEqual([next, true]);
    }
  expect([...reached].sort()).toEqual([...lifecycleStageSchema.options].sort());
  expect(nextStages('sales')).toEqual(['onboarding']);
});

test('keys that are not of the checklist do not count as done', () => {
  const all = checklistFor('onboarding').map(({ key }) => key);
  expect(missingItems('onboarding', ['contract', 'lunch'])).toBe(all.length - 1);
  expect(missingItems('onboarding', all)).toBe(0);
});
