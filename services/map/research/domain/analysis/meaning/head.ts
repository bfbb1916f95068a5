import { z } from 'zod';

/** What a file of weights holds, as `bench/extraction/learn-head.ts` writes it. */
const headSchema = z.object({
  /** The embedder whose vectors these weights belong to. */
  embedder: z.string(),
  labels: z.array(z.string()),
  dimensions: z.number().int(),
  /** In the order of their weights, apart by spaces. */
  words: z.string(),
  /** How rare each word is, as bytes in base64: a common one tells little. */
  rarities: z.string(),
  /** What one step of a weight is worth, of dimensions, of words and of the bias. */
  steps: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
  /** Signed bytes in base64: one weight a label for each dimension, for each word, then the bias. */
  weights: z.string(),
});

/** How likely a text is of each label; they sum to 1. */
export type Shares = ReadonlyMap<string, number>;

export interface Head {
  embedder: string;
  sharesOf: (text: string, vector: Float32Array) => Shares;
}

/** A softmax regression over what a text means and over its parts, rare ones first. */
export function readHead(file: unknown, partsOf: (text: string) => string[]): Head {
  const model = headSchema.parse(file);
  const rows = Int8Array.from(bytesOf(model.weights));
  const rarities = bytesOf(model.rarities);
  const places = new Map(model.words.split(' ').map((word, at) => [word, at]));
  const { labels, dimensions } = model;
  const [ofDimension, ofWord, ofBias] = model.steps;
  const sharesOf = (text: string, vector: Float32Array): Shares => {
    const scores = new Float64Array(labels.length);
    const add = (row: number, value: number) => {
      const start = row * labels.length;
      for (let label = 0; label < labels.length; label += 1)
        scores[label] = (scores[label] ?? 0) + (rows[start + label] ?? 0) * value;
    };
    for (let dimension = 0; dimension < dimensions; dimension += 1)
      add(dimension, (vector[dimension] ?? 0) * ofDimension);
    const known = partsOf(text).flatMap((word) => places.get(word) ?? []);
    const length = Math.sqrt(known.reduce((sum, place) => sum + (rarities[place] ?? 0) ** 2, 0));
    for (const place of known) add(dimensions + place, (ofWord * (rarities[place] ?? 0)) / length);
    add(dimensions + places.size, ofBias);
    return softmax(labels, scores);
  };
  return { embedder: model.embedder, sharesOf };
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

function softmax(labels: readonly string[], scores: Float64Array): Shares {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return new Map(labels.map((label, at) => [label, (powers[at] ?? 0) / total]));
}
