import { readFileSync, writeFileSync } from 'node:fs';
import { objectionCategorySchema } from '@tokenholic/contracts';
import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { z } from 'zod';
import { featuresOf } from '../../services/win/objections/domain/features.ts';
import { type Example, learn, scores, softmax, type Weights } from './softmax-regression.ts';

// Learns the two models of objections from the training sentences: one of words for each language, one of meaning for both
// together. The labelled sets are never looked at here.

const CATEGORIES = objectionCategorySchema.options;
const setSchema = z.array(
  z.object({ language: z.enum(['zh', 'en']), text: z.string(), category: objectionCategorySchema }),
);
const WORDS = { categories: CATEGORIES.length, epochs: 300, rate: 0.5, ridge: 0.0001 };
/** Vectors have length 1 and few dimensions: more is to be held back than with words. */
const MEANING = { categories: CATEGORIES.length, epochs: 400, rate: 0.5, ridge: 0.0002 };
/** Word features whose largest weight, in hundredths, is below this are left out: a quarter of the size, two points of F1. */
const SMALLEST = 60;
const FOLDS = 5;
const domain = '../../services/win/objections/domain/';

const LANGUAGES = ['zh', 'en'] as const;
const sentences = LANGUAGES.flatMap((language) =>
  setSchema.parse(JSON.parse(readFileSync(new URL(`./training-${language}.json`, import.meta.url), 'utf8'))),
);
const embedder = createEmbeddedEmbedder();
const vectors = await embedder.embed(
  sentences.map(({ text }) => text),
  'passage',
);
await embedder.close();

const categoryOf = (at: number) => CATEGORIES.indexOf(sentences[at]?.category ?? 'price');
const dimensions = Array.from({ length: embedder.dimensions }, (_, at) => at);
const meanings = sentences.map(
  (_, at): Example => ({ places: dimensions, values: [...(vectors[at] ?? [])], category: categoryOf(at) }),
);

interface Words {
  names: readonly string[];
  examples: Example[];
}

/** The sentences at these places as features of words: each present one counts the same, all together have length 1. */
function wordsOf(places: readonly number[], known?: readonly string[]): Words {
  const all = places.map((at) => featuresOf(sentences[at]?.text ?? '', sentences[at]?.language ?? 'zh'));
  const names = known ?? [...new Set(all.flat())];
  const index = new Map(names.map((name, place) => [name, place]));
  const examples = all.map((features, at) => {
    const found = features.flatMap((feature) => index.get(feature) ?? []);
    const value = 1 / Math.sqrt(Math.max(1, features.length));
    return { places: found, values: found.map(() => value), category: categoryOf(places[at] ?? 0) };
  });
  return { names, examples };
}

const places = (language: string) =>
  sentences.flatMap((sentence, at) => (sentence.language === language ? [at] : []));
const isRight = (shares: readonly number[], category: number) =>
  shares.indexOf(Math.max(...shares)) === category;

/**
 * Share of sentences found in each language when a fifth of both is left out at a time: by words, by meaning, by both. The
 * two languages say much the same, so what is left out in one may stand in the other: read it as an upper figure.
 */
function crossValidate(): string {
  const right = { zh: { words: 0, meaning: 0, both: 0 }, en: { words: 0, meaning: 0, both: 0 } };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHidden = (_: unknown, at: number) => at % FOLDS === fold;
    const hidden = new Set(LANGUAGES.flatMap((language) => places(language).filter(isHidden)));
    const meaningWeights = learn(
      meanings.filter((_, at) => !hidden.has(at)),
      { ...MEANING, features: dimensions.length },
    );
    for (const language of LANGUAGES) {
      const words = wordsOf(places(language).filter((at) => !hidden.has(at)));
      const wordWeights = learn(words.examples, { ...WORDS, features: words.names.length });
      const unseen = places(language).filter((at) => hidden.has(at));
      wordsOf(unseen, words.names).examples.forEach((example, at) => {
        const meaning = meanings[unseen[at] ?? 0];
        if (meaning === undefined) return;
        const byWords = softmax(scores(wordWeights, example, WORDS.categories));
        const byMeaning = softmax(scores(meaningWeights, meaning, MEANING.categories));
        const byBoth = byWords.map((share, index) => share * (byMeaning[index] ?? 0));
        right[language].words += isRight(byWords, example.category) ? 1 : 0;
        right[language].meaning += isRight(byMeaning, example.category) ? 1 : 0;
        right[language].both += isRight(byBoth, example.category) ? 1 : 0;
      });
    }
  }
  return LANGUAGES.map((language) => {
    const share = (found: number) => (found / places(language).length).toFixed(3);
    const { words, meaning, both } = right[language];
    return `${language}: right when a fifth is left out: words ${share(words)}, meaning ${share(meaning)}, both ${share(both)}\n`;
  }).join('');
}

const hundredths = (weights: Weights, place: number) =>
  CATEGORIES.map((_, at) => Math.round((weights[place * CATEGORIES.length + at] ?? 0) * 100));
const write = (name: string, model: object) =>
  writeFileSync(new URL(`${domain}${name}.json`, import.meta.url), `${JSON.stringify(model)}\n`);

const wordModels = LANGUAGES.map((language) => {
  const { names, examples } = wordsOf(places(language));
  const weights = learn(examples, { ...WORDS, features: names.length });
  const kept = names
    .map((name, place) => [name, hundredths(weights, place)] as const)
    .filter(([, values]) => Math.max(...values) > SMALLEST);
  process.stdout.write(`${language}: ${examples.length} sentences, ${kept.length} features\n`);
  return [language, { features: Object.fromEntries(kept), bias: hundredths(weights, names.length) }] as const;
});
write('word-model', Object.fromEntries(wordModels));

const meaningWeights = learn(meanings, { ...MEANING, features: dimensions.length });
write('meaning-model', {
  embedder: embedder.id,
  weights: dimensions.map((place) => hundredths(meaningWeights, place)),
  bias: hundredths(meaningWeights, dimensions.length),
});
process.stdout.write(crossValidate());
