import { expect, test } from 'vitest';
import { changeOf } from './change.ts';
import { chunkText, widthOf } from './chunk-text.ts';

test('a passage never crosses a heading and knows those above it', () => {
  const chunks = chunkText('# Guide\n\nStart here.\n\n## Keys\n\nChange the key.\n\n# Prices\n\nTwo yuan.');
  expect(chunks.map(({ heading, text }) => [heading, text])).toEqual([
    [['Guide'], 'Start here.'],
    [['Guide', 'Keys'], 'Change the key.'],
    [['Prices'], 'Two yuan.'],
  ]);
});

test('a passage never crosses a page and names it', () => {
  const text = '第一页的内容。\n\n第二页的内容。';
  expect(chunkText(text, [0, 9]).map(({ page, text: part }) => [page, part])).toEqual([
    [1, '第一页的内容。'],
    [2, '第二页的内容。'],
  ]);
});

test('a long table is cut between rows and each part begins with the head', () => {
  const rows = Array.from({ length: 200 }, (_, at) => `model-${at} | ${at} yuan per million tokens |`);
  const chunks = chunkText(['Model | Price |', ...rows].join('\n'));
  expect(chunks.length).toBeGreaterThan(1);
  for (const { text } of chunks) expect(text.startsWith('Model | Price |\n')).toBe(true);
  expect(chunks.map(({ text }) => text.split('\n').length - 1).reduce((sum, count) => sum + count)).toBe(200);
});

test('long prose is cut between sentences, and what has no end in sight is cut all the same', () => {
  const chinese = chunkText('这是一个关于迁移的句子。'.repeat(200));
  expect(chinese.every(({ text }) => text.endsWith('。') && widthOf(text) < 1_700)).toBe(true);
  expect(chunkText('x'.repeat(5_000)).length).toBeGreaterThan(2);
});

test('nothing to read makes no passage', () => {
  expect(chunkText(' \n\n# Only a heading\n')).toEqual([]);
});

test('passages that moved are kept, those that say something else are replaced', () => {
  const old = [
    { hash: 'a', number: 0 },
    { hash: 'b', number: 1 },
    { hash: 'b', number: 2 },
  ];
  const change = changeOf(old, [{ hash: 'new' }, { hash: 'b' }, { hash: 'a' }]);
  expect(change.kept.map(({ old: { number }, ordinal }) => [number, ordinal])).toEqual([
    [1, 1],
    [0, 2],
  ]);
  expect(change.added.map(({ ordinal }) => ordinal)).toEqual([0]);
  expect(change.removed.map(({ number }) => number)).toEqual([2]);
});
