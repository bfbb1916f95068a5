import { z } from 'zod';
import weights from './meaning-model.json' with { type: 'json' };
import { softmax } from './word-model.ts';

/** Finds the vector of a text by the embedder the model was trained on; null where there is none. */
export type Meaning = (text: string) => Promise<Float32Array | null>;

const model = z
  .object({
    /** The embedder whose vectors these weights belong to. */
    embedder: z.string(),
    /** For each dimension one whole number a category, in hundredths. */
    weights: z.array(z.array(z.number())),
    bias: z.array(z.number()),
  })
  .parse(weights);

export const MEANING_EMBEDDER = model.embedder;
const HUNDREDTHS = 100;

/**
 * How likely each category is by what the text means, in the order of the categories, summing to 1: a softmax regression over
 * the text's vector, trained by `bench/objections/train.ts` on the sentences of both languages together.
 */
export function byMeaning(vector: Float32Array): number[] {
  const scores = model.bias.map((value) => value / HUNDREDTHS);
  model.weights.forEach((row, dimension) => {
    const value = vector[dimension] ?? 0;
    row.forEach((weight, index) => {
      scores[index] = (scores[index] ?? 0) + (weight / HUNDREDTHS) * value;
    });
  });
  return softmax(scores);
}
