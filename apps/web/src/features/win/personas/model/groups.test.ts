import { type PersonaLine, personaTraitKeySchema } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { groups, heldOf, isSame, shownOf } from './groups';

const label = (value: string) => ({ zh: value, en: value });
const trait = (value: string): PersonaLine['traits'][number] => ({
  ...{ key: 'priority', value, label: label(value), detail: label(''), via: 'rules' },
  ...{ confidence: { score: 0.8, level: 'high' }, support: 4, against: 0, estimate: null, evidence: [] },
});
const edit = (value: string, action: 'set' | 'dismiss'): PersonaLine['edits'][number] => ({
  ...{ key: 'priority', value, label: label(value), action, by: label('Lin') },
  at: '2026-11-27T09:00:00.000Z',
});
const line = (
  values: string[],
  edits: PersonaLine['edits'] = [],
  editing: PersonaLine['editing'] = 'many',
): PersonaLine => ({
  ...{ key: 'priority', name: label('Priorities'), traits: values.map(trait), edits, editing },
  ...{ choices: [], missing: null },
});

test('every trait stands in one section', () => {
  expect(groups.flatMap(({ keys }) => keys).sort()).toEqual([...personaTraitKeySchema.options].sort());
});

test('what a person says comes first; what they set aside stays visible and holds no more', () => {
  const shown = shownOf(line(['cost', 'quality'], [edit('security', 'set'), edit('cost', 'dismiss')]));
  expect(shown.map(({ value, overruled }) => [value, overruled])).toEqual([
    ['security', false],
    ['cost', true],
    ['quality', false],
  ]);
  expect(heldOf(line(['cost'], [edit('quality', 'set')], 'one')).map(({ value }) => value)).toEqual([
    'quality',
  ]);
});

test('lines are the same when they hold the same, in whatever order', () => {
  expect(isSame(line(['cost', 'quality']), line(['quality', 'cost']))).toBe(true);
  expect(isSame(line(['cost']), line(['cost'], [edit('cost', 'dismiss')]))).toBe(false);
  expect(isSame(undefined, line([]))).toBe(true);
});
