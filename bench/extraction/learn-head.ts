import { writeFileSync } from 'node:fs';
import { createEmbeddedEmbedder } from '@tokenholic/embeddings';

// Softmax regression over a text's vector and its parts, words or runs of them, by Adam over batches in a fixed shuffle, so
// that the same texts give the same weights. Vector and words are scaled: the ridge then holds the vector's weights more firmly
// than the words'.

/** What a text is an example of. */
export interface LabelledText {
  text: string;
  label: string;
}

/** What is learnt from which parts of a text, and how loosely. */
export interface Lesson {
  labels: readonly string[];
  partsOf(text: string): string[];
  wordScale: number;
  ridge: number;
}

/** A word in fewer texts teaches nothing. */
const LEAST_TEXTS = 2;
const VECTOR_SCALE = 2;
const LEARNING = { epochs: 24, batch: 64, rate: 0.02 };
const MOMENT = { first: 0.9, second: 0.999 };

interface Examples {
  vectors: Float32Array;
  dimensions: number;
  /** Places and values of the words of each text. */
  words: { places: Int32Array; values: Float32Array }[];
  targets: Int32Array;
}

interface Vocabulary {
  words: string[];
  /** One byte a word. */
  rarities: Uint8Array;
}

function vocabularyOf(texts: readonly string[], { partsOf }: Lesson): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of partsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].flatMap(([word, count]) => (count >= LEAST_TEXTS ? [word] : [])).toSorted();
  const rarest = Math.log(texts.length / LEAST_TEXTS);
  const rarities = Uint8Array.from(words, (word) =>
    Math.max(1, Math.round((255 * Math.log(texts.length / (counts.get(word) ?? 1))) / rarest)),
  );
  return { words, rarities };
}

async function vectorsOf(texts: readonly string[]) {
  const embedder = createEmbeddedEmbedder();
  const vectors = await embedder.embed(texts, 'passage');
  await embedder.close();
  return { vectors, embedder: embedder.id, dimensions: embedder.dimensions };
}

function examplesOf(
  texts: readonly LabelledText[],
  vectors: readonly Float32Array[],
  dimensions: number,
  { words, rarities }: Vocabulary,
  { labels, partsOf, wordScale }: Lesson,
): Examples {
  const places = new Map(words.map((word, at) => [word, at]));
  const flat = new Float32Array(texts.length * dimensions);
  vectors.forEach((vector, at) => {
    flat.set(
      vector.map((value) => value * VECTOR_SCALE),
      at * dimensions,
    );
  });
  return {
    vectors: flat,
    dimensions,
    words: texts.map(({ text }) => {
      const known = partsOf(text).flatMap((word) => places.get(word) ?? []);
      const length = Math.hypot(...known.map((place) => rarities[place] ?? 0));
      return {
        places: Int32Array.from(known),
        values: Float32Array.from(known, (place) => (wordScale * (rarities[place] ?? 0)) / length),
      };
    }),
    targets: Int32Array.from(texts, ({ label }) => labels.indexOf(label)),
  };
}

/** Weights row by row: of each dimension, of each word, then the bias. */
class Regression {
  readonly weights: Float32Array;
  private readonly labels: number;
  private readonly ridge: number;
  private readonly examples: Examples;
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private readonly gradient: Float32Array;
  private steps = 0;

  constructor(examples: Examples, words: number, { labels: { length: labels }, ridge }: Lesson) {
    const size = (examples.dimensions + words + 1) * labels;
    this.examples = examples;
    this.labels = labels;
    this.ridge = ridge;
    this.weights = new Float32Array(size);
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
    this.gradient = new Float32Array(size);
  }

  scoresOf(at: number): Float32Array {
    const { vectors, dimensions, words } = this.examples;
    const scores = this.weights.slice(this.weights.length - this.labels);
    const add = (row: number, value: number) => {
      const start = row * this.labels;
      for (let label = 0; label < this.labels; label += 1)
        scores[label] = (scores[label] ?? 0) + (this.weights[start + label] ?? 0) * value;
    };
    for (let i = 0; i < dimensions; i += 1) add(i, vectors[at * dimensions + i] ?? 0);
    const own = words[at];
    own?.places.forEach((place, i) => {
      add(dimensions + place, own.values[i] ?? 0);
    });
    return scores;
  }

  learnFrom(batch: readonly number[], rate: number): void {
    this.gradient.fill(0);
    for (const at of batch) this.slopesOf(at, batch.length);
    this.steps += 1;
    const [unbiasFirst, unbiasSecond] = [1 - MOMENT.first ** this.steps, 1 - MOMENT.second ** this.steps];
    const { weights, first, second, gradient } = this;
    for (let cell = 0; cell < weights.length; cell += 1) {
      const weight = weights[cell] ?? 0;
      const slope = (gradient[cell] ?? 0) + this.ridge * weight;
      const mean = MOMENT.first * (first[cell] ?? 0) + (1 - MOMENT.first) * slope;
      const square = MOMENT.second * (second[cell] ?? 0) + (1 - MOMENT.second) * slope * slope;
      first[cell] = mean;
      second[cell] = square;
      weights[cell] = weight - (rate * mean) / unbiasFirst / (Math.sqrt(square / unbiasSecond) + 1e-8);
    }
  }

  private slopesOf(at: number, count: number): void {
    const { vectors, dimensions, words, targets } = this.examples;
    const slopes = softmax(this.scoresOf(at));
    const target = targets[at] ?? 0;
    slopes[target] = (slopes[target] ?? 0) - 1;
    const { gradient, labels } = this;
    const add = (row: number, value: number) => {
      const start = row * labels;
      for (let label = 0; label < labels; label += 1)
        gradient[start + label] = (gradient[start + label] ?? 0) + (slopes[label] ?? 0) * value;
    };
    for (let i = 0; i < dimensions; i += 1) add(i, (vectors[at * dimensions + i] ?? 0) / count);
    const own = words[at];
    own?.places.forEach((place, i) => {
      add(dimensions + place, (own.values[i] ?? 0) / count);
    });
    add(this.weights.length / labels - 1, 1 / count);
  }
}

function softmax(scores: Float32Array): Float32Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The same order on every machine: Fisher and Yates by a linear congruence. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = seed;
  for (let at = count - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

function fit(examples: Examples, words: number, lesson: Lesson, taught: readonly number[]): Regression {
  const regression = new Regression(examples, words, lesson);
  for (let epoch = 0; epoch < LEARNING.epochs; epoch += 1) {
    const rate = (LEARNING.rate * (1 + Math.cos((Math.PI * epoch) / LEARNING.epochs))) / 2;
    const order = shuffled(taught.length, epoch + 1).map((at) => taught[at] ?? 0);
    for (let from = 0; from < order.length; from += LEARNING.batch)
      regression.learnFrom(order.slice(from, from + LEARNING.batch), rate);
  }
  return regression;
}

const FOLDS = 5;

/** Of each text whether its label comes first when the text was left out; null where it may not be left out. */
export async function crossValidate(
  texts: readonly LabelledText[],
  lesson: Lesson,
  mayLeaveOut: (at: number) => boolean,
): Promise<(boolean | null)[]> {
  const { vectors, dimensions } = await vectorsOf(texts.map(({ text }) => text));
  const found: (boolean | null)[] = texts.map(() => null);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHidden = (at: number) => at % FOLDS === fold && mayLeaveOut(at);
    const all = texts.map((_, at) => at);
    const taught = all.filter((at) => !isHidden(at));
    const vocabulary = vocabularyOf(
      taught.map((at) => texts[at]?.text ?? ''),
      lesson,
    );
    const examples = examplesOf(texts, vectors, dimensions, vocabulary, lesson);
    const regression = fit(examples, vocabulary.words.length, lesson, taught);
    for (const at of all.filter(isHidden)) {
      const scores = regression.scoresOf(at);
      found[at] = scores.indexOf(Math.max(...scores)) === examples.targets[at];
    }
  }
  return found;
}

/** Learns from all texts and writes the weights as `meaning/head.ts` reads them; the file's size in bytes. */
export async function writeHead(texts: readonly LabelledText[], lesson: Lesson, file: URL): Promise<number> {
  const { vectors, embedder, dimensions } = await vectorsOf(texts.map(({ text }) => text));
  const vocabulary = vocabularyOf(
    texts.map(({ text }) => text),
    lesson,
  );
  const { labels } = lesson;
  const examples = examplesOf(texts, vectors, dimensions, vocabulary, lesson);
  const { weights } = fit(
    examples,
    vocabulary.words.length,
    lesson,
    texts.map((_, at) => at),
  );
  const end = weights.length - labels.length;
  const ofWords = dimensions * labels.length;
  const parts = [
    inSteps(weights.subarray(0, ofWords)),
    inSteps(weights.subarray(ofWords, end)),
    inSteps(weights.subarray(end)),
  ] as const;
  const [vector, words, bias] = parts;
  const model = {
    embedder,
    labels,
    dimensions,
    words: vocabulary.words.join(' '),
    rarities: Buffer.from(vocabulary.rarities).toString('base64'),
    steps: [vector.step * VECTOR_SCALE, words.step * lesson.wordScale, bias.step],
    weights: Buffer.from(parts.flatMap(({ bytes }) => bytes)).toString('base64'),
  };
  const written = `${JSON.stringify(model, null, 2)}\n`;
  writeFileSync(file, written);
  return written.length;
}

/** Weights as signed bytes: what a step is worth, and the bytes. */
function inSteps(weights: Float32Array): { step: number; bytes: number[] } {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  return { step, bytes: Array.from(weights, (weight) => Math.round(weight / step) & 0xff) };
}
