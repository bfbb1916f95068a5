import { readFileSync, writeFileSync } from 'node:fs';
import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { reference } from '@tokenholic/reference';
import { useCasePhrases } from '../../services/map/research/domain/analysis/lexicon/use-case-phrases.ts';
import { useCaseWords } from '../../services/map/research/domain/analysis/lexicon/use-case-words.ts';
import { wordsOf } from '../../services/map/research/domain/analysis/meaning/words.ts';
import { type Example, learn, scores, type Weights } from '../objections/softmax-regression.ts';

// Learns which use of AI a sentence speaks of, from sentences written for it (`uses/`) and from the words that the rules know,
// with names of models and providers replaced as `withoutNames` does. No labelled passage is looked at.
// `--cross-validate` says first how often the use of a left-out sentence is found.

const LEARNING = { epochs: 200, rate: 0.5, ridge: 0.00003 };
const FOLDS = 5;
/** A word in fewer sentences teaches nothing. */
const LEAST_SENTENCES = 2;
const NO_USE = 'none';

interface Sentence {
  text: string;
  use: string;
  /** Null for a phrase that the rules know: never left out. */
  language: 'zh' | 'en' | null;
}

const written = (['zh', 'en'] as const).flatMap((language): Sentence[] =>
  readFileSync(new URL(`./uses/training-${language}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const end = line.indexOf(': ');
      const texts = line.slice(end + 2).split('|');
      return texts.map((text) => ({ text, use: line.slice(0, end), language }));
    }),
);
const known = reference.useCases.flatMap(({ id, name, keywords }): Sentence[] => {
  const lists = [...keywords.zh, ...keywords.en, name.zh, name.en, ...(useCaseWords[id] ?? [])];
  const phrases = [...lists, useCasePhrases[id] ?? ''].flatMap((list) => list.split('|'));
  return [...new Set(phrases)]
    .filter((text) => text !== '')
    .map((text) => ({ text, use: id, language: null }));
});
const sentences = [...written, ...known];
const uses = [...new Set(sentences.map(({ use }) => use))].filter((use) => use !== NO_USE).toSorted();
uses.push(NO_USE);

const embedder = createEmbeddedEmbedder();
const vectors = await embedder.embed(
  sentences.map(({ text }) => text),
  'passage',
);
await embedder.close();

const counts = Map.groupBy(
  sentences.flatMap(({ text }) => wordsOf(text)),
  (word) => word,
);
const words = [...counts]
  .flatMap(([word, found]) => (found.length >= LEAST_SENTENCES ? [word] : []))
  .toSorted();
const placeOf = new Map(words.map((word, at) => [word, embedder.dimensions + at]));
const dimensions = Array.from({ length: embedder.dimensions }, (_, at) => at);
const examples = sentences.map(({ text, use }, at): Example => {
  const all = wordsOf(text);
  const places = all.flatMap((word) => placeOf.get(word) ?? []);
  const value = 1 / Math.sqrt(Math.max(1, all.length));
  return {
    places: [...dimensions, ...places],
    values: [...(vectors[at] ?? []), ...places.map(() => value)],
    category: uses.indexOf(use),
  };
});
const features = dimensions.length + words.length;
const settings = { ...LEARNING, features, categories: uses.length };
const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  `${written.length} sentences and ${known.length} phrases of ${uses.length - 1} uses, ${words.length} words`,
);

/** Share of left-out sentences whose use comes first, by language. Vocabulary and vectors know the sentence, weights do not. */
function crossValidate(): void {
  const right = { zh: 0, en: 0 };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHidden = (at: number) => sentences[at]?.language != null && at % FOLDS === fold;
    const weights = learn(
      examples.filter((_, at) => !isHidden(at)),
      settings,
    );
    for (const [at, example] of examples.entries()) {
      const language = sentences[at]?.language;
      if (language == null || !isHidden(at)) continue;
      const found = scores(weights, example, uses.length);
      if (found.indexOf(Math.max(...found)) === example.category) right[language] += 1;
    }
  }
  for (const language of ['zh', 'en'] as const) {
    const all = written.filter((sentence) => sentence.language === language).length;
    print(`${language}: use found for ${(right[language] / all).toFixed(3)} of ${all} left-out sentences`);
  }
}

/** Rows of weights as signed bytes: how much a step is worth, and the bytes. */
function inSteps(weights: Weights, from: number, to: number): { step: number; bytes: number[] } {
  const rows = [...weights.subarray(from * uses.length, to * uses.length)];
  const step = rows.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  return { step, bytes: rows.map((weight) => Math.round(weight / step) & 0xff) };
}

if (process.argv.includes('--cross-validate')) crossValidate();
const weights = learn(examples, settings);
const meaning = inSteps(weights, 0, dimensions.length);
const ofWords = inSteps(weights, dimensions.length, features + 1);
const file = new URL('../../services/map/research/domain/analysis/meaning/use-model.json', import.meta.url);
const model = {
  embedder: embedder.id,
  uses,
  dimensions: dimensions.length,
  words: words.join(' '),
  steps: [meaning.step, ofWords.step],
  weights: Buffer.from([...meaning.bytes, ...ofWords.bytes]).toString('base64'),
};
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
print(`${(JSON.stringify(model).length / 1024).toFixed(0)} KB of weights`);
