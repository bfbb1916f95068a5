import { expect, test } from 'vitest';
import { countsOf, termsOf } from '../retrieval/tokens.ts';
import { invert } from './invert.ts';
import { eachPosting, encodePostings, withoutChunks } from './postings.ts';
import { prepareChunk } from './prepare.ts';

const postingsOf = (block: number, data: Buffer) => {
  const found: number[][] = [];
  eachPosting(block, data, (...posting) => found.push(posting));
  return found;
};

test('postings come back as they were written, in any block', () => {
  const data = encodePostings([
    { chunk: 2_048, count: 3, length: 120 },
    { chunk: 3_071, count: 900, length: 99_999 },
  ]);
  expect(postingsOf(2, data)).toEqual([
    [2_048, 3, 120],
    [3_071, 255, 65_535],
  ]);
  expect(postingsOf(2, withoutChunks(2, data, new Set([2_048])))).toEqual([[3_071, 255, 65_535]]);
});

test('texts are turned into one row for each term and block', () => {
  const counted = [1_023, 1_024].map((chunk) => {
    const terms = termsOf('Tokens cost tokens');
    return { chunk, counts: countsOf(terms), terms: terms.length };
  });
  const rows = invert(counted).map(({ term, block, data }) => [term, block, postingsOf(block, data)]);
  expect(rows).toEqual([
    ['token', 0, [[1_023, 2, 3]]],
    ['cost', 0, [[1_023, 1, 3]]],
    ['token', 1, [[1_024, 2, 3]]],
    ['cost', 1, [[1_024, 1, 3]]],
  ]);
});

test('a passage is found by its headings, and is another one under another heading', () => {
  const chunk = { heading: ['Guide', 'Rollback'], page: null, text: 'Five minutes.' };
  const prepared = prepareChunk('Guide', chunk);
  expect([...prepared.counts]).toContainEqual(['rollback', 1]);
  expect(prepared.counts.get('guid')).toBe(1);
  expect(prepareChunk('Other', chunk).hash).not.toBe(prepared.hash);
});
