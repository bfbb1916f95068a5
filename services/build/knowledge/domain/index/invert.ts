import { termsOf } from '../retrieval/tokens.ts';
import { blockOf, encodePostings, type Posting } from './postings.ts';

export interface CountedText {
  chunk: number;
  counts: ReadonlyMap<string, number>;
  terms: number;
}

/** A row of the index: one term in one block of chunks. */
export interface IndexRow {
  term: string;
  block: number;
  data: Buffer;
}

/** Longest term the index keeps; what is longer is no word. */
const LONGEST_TERM = 64;

/** The terms a text is found by. */
export const indexedTerms = (text: string) => termsOf(text).map((term) => term.slice(0, LONGEST_TERM));

/** Turns counted texts into rows of the index. */
export function invert(texts: readonly CountedText[]): IndexRow[] {
  const blocks = new Map<number, Map<string, Posting[]>>();
  for (const { chunk, counts, terms } of texts) {
    const block = blockOf(chunk);
    const rows = blocks.get(block) ?? new Map<string, Posting[]>();
    blocks.set(block, rows);
    for (const [term, count] of counts) {
      const posting = { chunk, count, length: terms };
      const row = rows.get(term);
      if (row === undefined) rows.set(term, [posting]);
      else row.push(posting);
    }
  }
  return [...blocks].flatMap(([block, rows]) =>
    [...rows].map(([term, postings]) => ({ term, block, data: encodePostings(postings) })),
  );
}
