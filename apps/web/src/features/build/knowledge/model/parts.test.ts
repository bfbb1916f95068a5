import { expect, test } from 'vitest';
import { partsOf, rowsOf } from './parts';

test('marked sentences are cut out in the order of the text, the likeliest told apart', () => {
  const text = 'One. Two. Three.';
  expect(
    partsOf(text, [
      { start: 10, end: 16 },
      { start: 0, end: 4 },
    ]),
  ).toEqual([
    { text: 'One.', start: 0, mark: 2 },
    { text: ' Two. ', start: 4, mark: null },
    { text: 'Three.', start: 10, mark: 1 },
  ]);
});

test('a passage without marks is one part', () => {
  expect(partsOf('Plain', [])).toEqual([{ text: 'Plain', start: 0, mark: null }]);
});

test('a table is shown as rows, prose is not', () => {
  expect(rowsOf('| Model | Price |\n| qwen | 2 |')).toEqual([
    ['Model', 'Price'],
    ['qwen', '2'],
  ]);
  expect(rowsOf('Either a | b\nor prose')).toBeNull();
});
