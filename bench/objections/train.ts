import { readFileSync, writeFileSync } from 'node:fs';
import { objectionCategorySchema } from '@tokenholic/contracts';
import { z } from 'zod';
import { featuresOf } from '../../services/win/objections/domain/features.ts';

// Learns the word model of objections from the training sentences: softmax regression with L2, by full gradient steps of
// Adagrad from zero, so that the same sentences give the same model. The labelled set is never looked at here.

const CATEGORIES = objectionCategorySchema.options;
const setSchema = z.array(
  z.object({ language: z.enum(['zh', 'en']), text: z.string(), category: objectionCategorySchema }),
);
const EPOCHS = 300;
const RATE = 0.5;
/** Strength of L2, a sentence. */
const RIDGE = 0.0001;
/** Features whose largest weight, in hundredths, is below this are left out: a quarter of the size, two points of F1. */
const SMALLEST = 60;

interface Example {
  features: string[];
  category: number;
}

function learn(examples: readonly Example[]) {
  const names = [...new Set(examples.flatMap(({ features }) => features))];
  const index = new Map(names.map((name, place) => [name, place]));
  const size = names.length + 1;
  const weights = new Float64Array(size * CATEGORIES.length);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const rows = examples.map(({ features, category }) => ({
    category,
    places: features.flatMap((feature) => index.get(feature) ?? []),
    length: 1 / Math.sqrt(Math.max(1, features.length)),
  }));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const gradient = weights.map((value) => value * RIDGE);
    for (const { places, length, category } of rows) {
      const scores = CATEGORIES.map((_, at) => {
        let score = weights[names.length * CATEGORIES.length + at] ?? 0;
        for (const place of places) score += (weights[place * CATEGORIES.length + at] ?? 0) * length;
        return score;
      });
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      powers.forEach((power, at) => {
        const slope = (power / total - (at === category ? 1 : 0)) / rows.length;
        for (const place of places) {
          const cell = place * CATEGORIES.length + at;
          gradient[cell] = (gradient[cell] ?? 0) + slope * length;
        }
        const bias = names.length * CATEGORIES.length + at;
        gradient[bias] = (gradient[bias] ?? 0) + slope;
      });
    }
    gradient.forEach((slope, cell) => {
      squares[cell] = (squares[cell] ?? 0) + slope * slope;
      weights[cell] = (weights[cell] ?? 0) - (RATE * slope) / Math.sqrt(squares[cell] ?? 1);
    });
  }
  const row = (place: number) =>
    CATEGORIES.map((_, at) => Math.round((weights[place * CATEGORIES.length + at] ?? 0) * 100));
  const features = Object.fromEntries(
    names
      .map((name, place) => [name, row(place)] as const)
      .filter(([, values]) => Math.max(...values) > SMALLEST),
  );
  return { features, bias: row(names.length) };
}

/** Share of held-out sentences whose category is found when a fifth is left out at a time. */
function crossValidated(examples: readonly Example[]): number {
  const folds = [0, 1, 2, 3, 4].map((fold) => {
    const { features, bias } = learn(examples.filter((_, at) => at % 5 !== fold));
    return examples.filter(({ features: present, category }, at) => {
      if (at % 5 !== fold) return false;
      const scores = bias.map((start, place) =>
        present.reduce(
          (sum, feature) => sum + (features[feature]?.[place] ?? 0) / Math.sqrt(present.length),
          start,
        ),
      );
      return scores.indexOf(Math.max(...scores)) === category;
    }).length;
  });
  return folds.reduce((sum, right) => sum + right, 0) / examples.length;
}

const model: Record<string, ReturnType<typeof learn>> = {};
for (const language of ['zh', 'en'] as const) {
  const sentences = setSchema.parse(
    JSON.parse(readFileSync(new URL(`./training-${language}.json`, import.meta.url), 'utf8')),
  );
  const examples = sentences.map(({ text, category }) => ({
    features: featuresOf(text, language),
    category: CATEGORIES.indexOf(category),
  }));
  model[language] = learn(examples);
  process.stdout.write(
    `${language}: ${sentences.length} sentences, ${Object.keys(model[language].features).length} features; words alone, a fifth left out at a time: ${crossValidated(examples).toFixed(3)} right\n`,
  );
}
writeFileSync(
  new URL('../../services/win/objections/domain/word-model.json', import.meta.url),
  `${JSON.stringify(model)}\n`,
);
