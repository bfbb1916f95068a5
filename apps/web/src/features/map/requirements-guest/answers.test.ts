import { expect, test } from 'vitest';
import { asks, isUnfinished, toReturn } from './answers';

test('what was not answered is not sent, and blanks are no answers', () => {
  const answers = {
    one: { kind: 'right' as const, text: '' },
    two: { kind: 'answered' as const, text: '  ' },
    three: { kind: 'changed' as const, text: ' Qwen3 ' },
  };
  expect(toReturn(' 周敏 ', '', answers, [{ id: 'a', section: 'wish', text: ' ' }])).toEqual({
    ...{ name: '周敏', comment: '', added: [] },
    answers: [
      { itemId: 'one', kind: 'right', text: '' },
      { itemId: 'three', kind: 'changed', text: 'Qwen3' },
    ],
  });
});

test('a change must say into what', () => {
  expect(isUnfinished({ one: { kind: 'changed', text: ' ' } })).toBe(true);
  expect(isUnfinished({ one: { kind: 'wrong', text: '' } })).toBe(false);
});

test('open points are asked, facts are put to be confirmed', () => {
  expect(asks({ section: 'constraint', origin: 'open' })).toBe(true);
  expect(asks({ section: 'situation', origin: 'evidence' })).toBe(false);
});
