/** One example: the features that are there, their values, and what it is. */
export interface Example {
  places: readonly number[];
  values: readonly number[];
  category: number;
}

/** For each feature one weight a category; the last row is the bias. */
export type Weights = Float64Array;

export interface Learning {
  features: number;
  categories: number;
  epochs: number;
  rate: number;
  /** Strength of L2, an example. */
  ridge: number;
}

/** Softmax regression with L2, by full gradient steps of Adagrad from zero, so that the same examples give the same weights. */
export function learn(
  examples: readonly Example[],
  { features, categories, epochs, rate, ridge }: Learning,
): Weights {
  const weights = new Float64Array((features + 1) * categories);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const gradient = new Float64Array(weights.length);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let cell = 0; cell < weights.length; cell += 1) gradient[cell] = (weights[cell] ?? 0) * ridge;
    for (const example of examples) {
      const slopes = softmax(scores(weights, example, categories)).map(
        (share, at) => (share - (at === example.category ? 1 : 0)) / examples.length,
      );
      // Row by row, as the weights lie in memory.
      for (let place = 0; place < example.places.length; place += 1)
        addRow(gradient, (example.places[place] ?? 0) * categories, slopes, example.values[place] ?? 0);
      addRow(gradient, features * categories, slopes, 1);
    }
    for (let cell = 0; cell < weights.length; cell += 1) {
      const slope = gradient[cell] ?? 0;
      squares[cell] = (squares[cell] ?? 0) + slope * slope;
      weights[cell] = (weights[cell] ?? 0) - (rate * slope) / Math.sqrt(squares[cell] ?? 1);
    }
  }
  return weights;
}

function addRow(into: Float64Array, start: number, slopes: readonly number[], value: number): void {
  for (let at = 0; at < slopes.length; at += 1)
    into[start + at] = (into[start + at] ?? 0) + (slopes[at] ?? 0) * value;
}

export function scores(
  weights: Weights,
  { places, values }: Pick<Example, 'places' | 'values'>,
  categories: number,
): number[] {
  const last = weights.length - categories;
  const sums = Array.from({ length: categories }, (_, at) => weights[last + at] ?? 0);
  for (let place = 0; place < places.length; place += 1) {
    const start = (places[place] ?? 0) * categories;
    const value = values[place] ?? 0;
    for (let at = 0; at < categories; at += 1)
      sums[at] = (sums[at] ?? 0) + (weights[start + at] ?? 0) * value;
  }
  return sums;
}

export function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
