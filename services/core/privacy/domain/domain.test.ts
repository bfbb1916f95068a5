import { expect, test } from 'vitest';
import { blobKey } from './blob-key.ts';
import { mentionsOf, withoutMentions } from './mentions.ts';
import { addUp, count } from './receipt.ts';

test('a name is taken out of texts, and never out of names of fields or the middle of words', () => {
  const event = { id: 7, zh: '周衡 加入团队', en: 'Ann joined; the Annual plan stays', list: ['by ann'] };
  expect(withoutMentions(event, mentionsOf(['Ann', '周衡', 'id', 'zh']))).toEqual({
    ...{ id: 7, zh: '[erased] 加入团队', en: '[erased] joined; the Annual plan stays' },
    list: ['by [erased]'],
  });
});

test('an address goes whole, also where the name is a part of it', () => {
  const mentions = mentionsOf(['mia', 'mia@harbourline.example', 'mia']);
  expect(mentions).toEqual(['mia@harbourline.example', 'mia']);
  expect(withoutMentions('write to mia@harbourline.example', mentions)).toBe('write to [erased]');
});

test('signs with a meaning in patterns are only signs, and a single sign is no name', () => {
  expect(withoutMentions('A.*B and AxxB', mentionsOf(['A.*B', 'x']))).toBe('[erased] and AxxB');
});

test('counts of one store add up', () => {
  const stores = [count('table', 'a', 2), count('memory', 'cache', null), count('table', 'a', 3)];
  expect(addUp(stores)).toEqual([count('table', 'a', 5), count('memory', 'cache', null)]);
});

test('a row says which file it stands for', () => {
  expect(blobKey('materials/{id}', { id: 'e1', name: 'x' })).toBe('materials/e1');
});
