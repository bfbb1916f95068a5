import { type Language, type ObjectionCategory, objectionCategorySchema } from '@tokenholic/contracts';
import { z } from 'zod';
import { featuresOf } from './features.ts';
import weights from './word-model.json' with { type: 'json' };

const languageModelSchema = z.object({
  /** One whole number a category, in hundredths. */
  features: z.record(z.string(), z.array(z.number())),
  bias: z.array(z.number()),
});
const model: Record<Language, z.infer<typeof languageModelSchema>> = z
  .object({ zh: languageModelSchema, en: languageModelSchema })
  .parse(weights);

export const CATEGORIES: readonly ObjectionCategory[] = objectionCategorySchema.options;
const HUNDREDTHS = 100;

/**
 * How likely each category is by the words alone, in the order of the categories, summing to 1. A softmax regression over
 * features of length 1, trained by `bench/objections/train.ts` on 2,377 sentences that were written for it.
 */
export function byWords(text: string, language: Language): number[] {
  const { features, bias } = model[language];
  const present = featuresOf(text, language);
  const length = Math.sqrt(Math.max(1, present.length));
  const scores = bias.map((value) => value / HUNDREDTHS);
  for (const feature of present) {
    const row = Object.hasOwn(features, feature) ? features[feature] : undefined;
    row?.forEach((value, index) => {
      scores[index] = (scores[index] ?? 0) + value / HUNDREDTHS / length;
    });
  }
  return softmax(scores);
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
