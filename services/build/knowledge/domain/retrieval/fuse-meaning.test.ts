import { expect, test } from 'vitest';
import { type FoundPassage, fuseMeaning } from './fuse-meaning.ts';

const MEASURED = 'use-multilingual-3';
const passage = (
  name: string,
  words: [number, number, number?] | null,
  meaning: [number, number] | null,
  sameLanguage = true,
): FoundPassage & { name: string } => ({
  ...{ name, sameLanguage },
  words: words === null ? null : { place: words[0], score: words[1], covered: words[2] ?? 0.8 },
  meaning: meaning === null ? null : { place: meaning[0], similarity: meaning[1] },
});
const order = (embedder: string, ...found: (FoundPassage & { name: string })[]) =>
  fuseMeaning(found, (one) => one, embedder).map(({ name }) => name);

test('in the language of the question a sure answer by words stays first', () => {
  const found = [passage('near', [1, 9], [0, 0.6]), passage('worded', [0, 16], [3, 0.4])];
  expect(order(MEASURED, ...found)).toEqual(['worded', 'near']);
  expect(order('another model', ...found)).toEqual(['worded', 'near']);
});

test('between two that words hardly tell apart meaning decides', () => {
  expect(
    order(
      MEASURED,
      passage('first', [0, 12.2], null),
      passage('near', [1, 12], [0, 0.7]),
      passage('far', null, [1, 0.2]),
    ),
  ).toEqual([...['near', 'first', 'far']]);
});

test.each([
  MEASURED,
  'another model',
])('what only meaning finds in the other language comes before words by chance (%s)', (embedder) => {
  expect(
    order(embedder, passage('chance', [0, 3, 0.1], null), passage('abroad', null, [0, 0.6], false))[0],
  ).toBe('abroad');
});

test('without anything by words meaning alone orders', () => {
  expect(
    order(MEASURED, passage('second', null, [1, 0.3], false), passage('first', null, [0, 0.5], false)),
  ).toEqual(['first', 'second']);
});

test.each([
  MEASURED,
  'another model',
])('a sure answer in the own language comes before the nearest in the other (%s)', (embedder) => {
  const found = [passage('abroad', null, [0, 0.4], false), passage('sure', [0, 16], [1, 0.35])];
  expect(order(embedder, ...found)).toEqual(['sure', 'abroad']);
});

test('a passage in the other language that words found as well gets no more from meaning than the rest', () => {
  const found = [passage('sure', [0, 14], null), passage('both', [1, 11, 0.9], [0, 0.2], false)];
  expect(order(MEASURED, ...found)).toEqual(['sure', 'both']);
});
