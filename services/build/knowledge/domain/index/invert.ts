import { countsOf, termsOf } from '../retrieval/tokens.ts';
import { blockOf, encodePostings, type Posting } from './postings.ts';

export interface IndexedText {
  chunk: number;
  text: string;
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

/** Turns texts into rows of the index, in the order of term and block. */
export function invert(texts: readonly IndexedText[]): IndexRow[] {
  const rows = new Map<string, { term: string; block: number; postings: Posting[] }>();
  for (const { chunk, text } of texts) {
    const block = blockOf(chunk);
    const terms = indexedTerms(text);
    for (const [term, count] of countsOf(terms)) {
      const key = `${block} ${term}`;
      const row = rows.get(key) ?? { term, block, postings: [] };
      row.postings.push({ chunk, count, length: terms.length });
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ term, block, postings }) => ({
    term,
    block,
    data: encodePostings(postings),
  }));
}
