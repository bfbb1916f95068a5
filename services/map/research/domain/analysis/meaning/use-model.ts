import { z } from 'zod';
import weights from './use-model.json' with { type: 'json' };
import { wordsOf } from './words.ts';

const model = z
  .object({
    /** The embedder whose vectors these weights belong to. */
    embedder: z.string(),
    /** Uses, and `none` for a sentence that tells of no use. */
    uses: z.array(z.string()),
    dimensions: z.number().int(),
    /** In the order of their weights, apart by spaces. */
    words: z.string(),
    /** What one step of a weight is worth, of dimensions and of words. */
    steps: z.tuple([z.number().positive(), z.number().positive()]),
    /** Signed bytes in base64: one weight a use for each dimension, for each word, then the bias, which counts as a word. */
    weights: z.string(),
  })
  .parse(weights);

const rows = Int8Array.from(atob(model.weights), (character) => (character.charCodeAt(0) << 24) >> 24);
const rowOfWord = new Map(model.words.split(' ').map((word, at) => [word, model.dimensions + at]));
const rowOfBias = model.dimensions + rowOfWord.size;

export const USE_EMBEDDER = model.embedder;

/** The share of what tells of no use at all. */
export const NO_USE = 'none';

/** How likely a text speaks of each use, `none` among them; the shares sum to 1. */
export type UseShares = ReadonlyMap<string, number>;

/**
 * Which use a text speaks of by its words and by what it means: a softmax regression over both, trained by
 * `bench/extraction/train-uses.ts` on sentences of both languages together.
 */
export function sharesOf(text: string, vector: Float32Array): UseShares {
  const [ofDimension, ofWord] = model.steps;
  const scores = model.uses.map(() => 0);
  const add = (row: number, value: number) => {
    const start = row * scores.length;
    for (let use = 0; use < scores.length; use += 1)
      scores[use] = (scores[use] ?? 0) + (rows[start + use] ?? 0) * value;
  };
  for (let dimension = 0; dimension < model.dimensions; dimension += 1)
    add(dimension, (vector[dimension] ?? 0) * ofDimension);
  const words = wordsOf(text);
  for (const word of words) {
    const row = rowOfWord.get(word);
    if (row !== undefined) add(row, ofWord / Math.sqrt(words.length));
  }
  add(rowOfBias, ofWord);
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return new Map(model.uses.map((use, at) => [use, (powers[at] ?? 0) / total]));
}
