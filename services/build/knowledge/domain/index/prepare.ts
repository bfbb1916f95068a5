import { createHash } from 'node:crypto';
import type { ChunkDraft } from '../chunking/chunk-text.ts';
import { countsOf } from '../retrieval/tokens.ts';
import { indexedTerms } from './invert.ts';

/** What a passage is found by: its own words and those of the headings and the title above it. */
export function searchText(title: string, heading: readonly string[], text: string): string {
  const above = [...new Set([title, ...heading])].filter((name) => name !== '');
  return above.length === 0 ? text : `${above.join(' › ')}\n${text}`;
}

export interface PreparedChunk extends ChunkDraft {
  /** Names what the passage says and stands under: equal hashes need no new indexing. */
  hash: string;
  counts: ReadonlyMap<string, number>;
  terms: number;
}

/** Counts the terms of a passage. The costly part of indexing; done outside of any transaction. */
export function prepareChunk(title: string, chunk: ChunkDraft): PreparedChunk {
  const text = searchText(title, chunk.heading, chunk.text);
  const terms = indexedTerms(text);
  const hash = createHash('sha256').update(text).digest('base64url');
  return { ...chunk, hash, counts: countsOf(terms), terms: terms.length };
}
