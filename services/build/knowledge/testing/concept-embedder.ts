import { wordsOf } from '../domain/retrieval/tokens.ts';
import type { Embedder } from '../ports.ts';

const DIMENSIONS = 64;

/** Words that mean the same; each line is one direction in space, every other word has one of its own by its letters. */
const CONCEPTS = [
  ['discount', 'rebate', '折扣', '优惠', '便宜'],
  ['endpoint', 'address', '端点', '地址'],
  ['penguin', 'bird', '企鹅', '鸟'],
  ['invoice', 'bill', '发票', '账单'],
  ['keep', 'retain', '保留'],
];

/** An embedder that knows a handful of synonyms in both languages: the same vectors on every machine. */
export function conceptEmbedder(id = 'concepts-1'): Embedder & { texts: string[] } {
  const texts: string[] = [];
  return {
    ...{ id, dimensions: DIMENSIONS, texts },
    embed: async (some) => {
      texts.push(...some);
      return some.map((text) => vectorOf(text));
    },
  };
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const word of wordsOf(text)) {
    const concept = CONCEPTS.findIndex((words) => words.includes(word));
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
    const at = concept >= 0 ? concept : CONCEPTS.length + (hash % (DIMENSIONS - CONCEPTS.length));
    vector[at] = (vector[at] ?? 0) + (concept >= 0 ? 3 : 0.3);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
