import { expect, test } from 'vitest';
import { linkOf, others } from './presence';

test('the state says live while the socket is up, else every half minute, else that nothing comes', () => {
  expect(linkOf({ live: true, online: true, unreachable: false })).toBe('live');
  expect(linkOf({ live: false, online: true, unreachable: false })).toBe('polling');
  expect(linkOf({ live: false, online: true, unreachable: true })).toBe('offline');
  expect(linkOf({ live: false, online: false, unreachable: false })).toBe('offline');
});

test('one does not see oneself', () => {
  const name = { zh: '林佩', en: 'Lin Pei' };
  const people = {
    c1: [
      { userId: 'me', name },
      { userId: 'su', name },
    ],
    c2: [{ userId: 'me', name }],
  };
  expect(others(people, 'me')).toEqual({ c1: [{ userId: 'su', name }], c2: [] });
});
