import { eachPosting } from '../index/postings.ts';
import { B, K1 } from './signals.ts';

export interface GatheredPassage {
  collectionId: string;
  number: number;
  score: number;
}

export interface PostingBlock {
  collectionId: string;
  term: string;
  block: number;
  data: Buffer;
}

/** The best passages by BM25 over what was read from the index. `sizes`: numbers given in each collection so far. */
export function gather(
  blocks: readonly PostingBlock[],
  sizes: ReadonlyMap<string, number>,
  weightOf: (term: string) => number,
  averageLength: number,
  limit: number,
): GatheredPassage[] {
  const scores = new Map<string, Float64Array>();
  for (const { collectionId, term, block, data } of blocks) {
    const own = scores.get(collectionId) ?? new Float64Array(sizes.get(collectionId) ?? 0);
    scores.set(collectionId, own);
    const weight = weightOf(term);
    eachPosting(block, data, (chunk, count, length) => {
      const room = K1 * (1 - B + (B * length) / averageLength);
      own[chunk] = (own[chunk] ?? 0) + (weight * count * (K1 + 1)) / (count + room);
    });
  }
  return best(scores, limit);
}

/** The highest of all, without sorting what cannot be among them. */
function best(scores: ReadonlyMap<string, Float64Array>, limit: number): GatheredPassage[] {
  const top: GatheredPassage[] = [];
  let least = 0;
  for (const [collectionId, own] of scores)
    for (let number = 0; number < own.length; number += 1) {
      const score = own[number] ?? 0;
      if (score <= least) continue;
      top.push({ collectionId, number, score });
      if (top.length < limit * 4) continue;
      top.sort((first, second) => second.score - first.score).length = limit;
      least = top.at(-1)?.score ?? 0;
    }
  return top.sort((first, second) => second.score - first.score).slice(0, limit);
}
