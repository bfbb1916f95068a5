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
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const gradient = weights.map((value) => value * ridge);
    for (const example of examples) {
      const shares = softmax(scores(weights, example, categories));
      for (let at = 0; at < categories; at += 1) {
        const slope = ((shares[at] ?? 0) - (at === example.category ? 1 : 0)) / examples.length;
        for (let place = 0; place < example.places.length; place += 1) {
          const cell = (example.places[place] ?? 0) * categories + at;
          gradient[cell] = (gradient[cell] ?? 0) + slope * (example.values[place] ?? 0);
        }
        const bias = features * categories + at;
        gradient[bias] = (gradient[bias] ?? 0) + slope;
      }
    }
    gradient.forEach((slope, cell) => {
      squares[cell] = (squares[cell] ?? 0) + slope * slope;
      weights[cell] = (weights[cell] ?? 0) - (rate * slope) / Math.sqrt(squares[cell] ?? 1);
    });
  }
  return weights;
}

export function scores(
  weights: Weights,
  { places, values }: Pick<Example, 'places' | 'values'>,
  categories: number,
): number[] {
  const last = weights.length - categories;
  return Array.from({ length: categories }, (_, at) => {
    let score = weights[last + at] ?? 0;
    for (let place = 0; place < places.length; place += 1) {
      score += (weights[(places[place] ?? 0) * categories + at] ?? 0) * (values[place] ?? 0);
    }
    return score;
  });
}

export function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
