import { confidenceOf, type ProfileStatement } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { withEdits } from './show-profile.ts';

const statement: ProfileStatement = {
  ...{
    key: 'k1',
    aspect: 'size',
    text: '员工 860 名',
    useCaseId: null,
    quotes: [],
    confidence: confidenceOf(0.6),
  },
};
const edit = { aspect: 'size' as const, by: '林佩', at: '2026-11-20T09:00:00.000Z' };

test('what a person wrote stands beside what was found', () => {
  const [shown] = withEdits([statement], [{ ...edit, key: 'k1', text: '员工 900 名' }]);
  expect(shown).toMatchObject({ text: '员工 860 名', edit: { text: '员工 900 名', by: '林佩' } });
});

test('a person’s own statement stays when the next run does not find it', () => {
  const shown = withEdits([], [{ ...edit, key: 'own', text: '仓库 12 座' }]);
  expect(shown).toMatchObject([{ key: 'own', text: '仓库 12 座', quotes: [] }]);
});

test('what a person struck out does not come back by itself, nor as an empty line', () => {
  expect(withEdits([statement], [{ ...edit, key: 'k1', text: null }])).toMatchObject([
    { edit: { text: null } },
  ]);
  expect(withEdits([], [{ ...edit, key: 'gone', text: null }])).toEqual([]);
});
