import { CholeskyDecomposition, Matrix } from 'ml-matrix';

// The packages that fit logistic regressions in JavaScript give no penalty, no weights or no covariance (ml-logistic-regression:
// plain gradient descent), so the iteration stands here and the linear algebra comes from ml-matrix.

export interface Sample {
  /** One number for each feature, in one order. */
  x: readonly number[];
  y: 0 | 1;
  /** How much it counts: rows of one deal share a weight of one. */
  weight: number;
}

export interface Fit {
  mean: number[];
  scale: number[];
  /** Intercept first, then one for each feature, on the standardised scale. */
  coefficients: number[];
  /** Of the coefficients, from the curvature at the optimum. */
  covariance: number[][];
}

const MOST_STEPS = 25;
const SMALL = 1e-6;

/** σ(x), without overflow. */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/**
 * Ridge logistic regression by Newton steps (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, The Elements of
 * Statistical Learning, 2nd ed., 4.4.1; the penalty as in le Cessie and van Houwelingen, Applied Statistics 41, 1992).
 * `penalty` is on the squared standardised coefficients; the intercept is free.
 */
export function fitLogistic(samples: readonly Sample[], penalty: number): Fit {
  const { mean, scale } = standards(samples);
  const table = tableOf(samples, mean, scale);
  const size = mean.length + 1;
  let coefficients = new Array<number>(size).fill(0);
  let step = newton(table, coefficients, penalty);
  for (let count = 0; count < MOST_STEPS; count += 1) {
    coefficients = coefficients.map((value, at) => value + bounded(step.change[at] ?? 0));
    if (step.change.every((change) => Math.abs(change) < SMALL)) break;
    step = newton(table, coefficients, penalty);
  }
  const covariance = new CholeskyDecomposition(step.curvature).solve(Matrix.eye(size)).to2DArray();
  return { mean, scale, coefficients, covariance };
}

/** A step of a whole unit of log-odds in the tens would leave the region where the curvature holds. */
const bounded = (change: number) => Math.max(-4, Math.min(4, change));

/** Samples side by side in flat arrays, standardised, each row led by the one of the intercept. */
interface Table {
  size: number;
  rows: Float64Array;
  outcomes: Float64Array;
  weights: Float64Array;
}

function tableOf(samples: readonly Sample[], mean: readonly number[], scale: readonly number[]): Table {
  const size = mean.length + 1;
  const rows = new Float64Array(samples.length * size);
  for (const [index, { x }] of samples.entries()) {
    const start = index * size;
    rows[start] = 1;
    for (let at = 1; at < size; at += 1) rows[start + at] = standard(x[at - 1] ?? 0, at - 1, mean, scale);
  }
  return {
    ...{ size, rows },
    outcomes: Float64Array.from(samples, ({ y }) => y),
    weights: Float64Array.from(samples, ({ weight }) => weight),
  };
}

function newton(
  { size, rows, outcomes, weights }: Table,
  coefficients: readonly number[],
  penalty: number,
): { change: number[]; curvature: Matrix } {
  const slope = new Float64Array(size);
  const flat = new Float64Array(size * size);
  for (let index = 0; index < weights.length; index += 1) {
    const start = index * size;
    let log = 0;
    for (let at = 0; at < size; at += 1) log += (coefficients[at] ?? 0) * (rows[start + at] ?? 0);
    const p = sigmoid(log);
    const pull = (weights[index] ?? 0) * ((outcomes[index] ?? 0) - p);
    const bend = (weights[index] ?? 0) * Math.max(p * (1 - p), SMALL);
    for (let at = 0; at < size; at += 1) {
      const value = rows[start + at] ?? 0;
      slope[at] = (slope[at] ?? 0) + pull * value;
      const part = bend * value;
      for (let other = 0; other <= at; other += 1) {
        const place = at * size + other;
        flat[place] = (flat[place] ?? 0) + part * (rows[start + other] ?? 0);
      }
    }
  }
  const curvature = Matrix.zeros(size, size);
  for (let at = 0; at < size; at += 1)
    for (let other = 0; other <= at; other += 1) {
      const value = flat[at * size + other] ?? 0;
      const own = at === other && at > 0 ? penalty : at === other ? SMALL : 0;
      curvature.set(at, other, value + own);
      curvature.set(other, at, value + own);
    }
  const gradient = [...slope].map((value, at) => value - (at > 0 ? penalty * (coefficients[at] ?? 0) : 0));
  const change = new CholeskyDecomposition(curvature).solve(Matrix.columnVector(gradient)).to1DArray();
  return { change, curvature };
}

function standards(samples: readonly Sample[]): { mean: number[]; scale: number[] } {
  const size = samples[0]?.x.length ?? 0;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (const { x, weight } of samples)
    for (let at = 0; at < size; at += 1) {
      mean[at] = (mean[at] ?? 0) + (weight * (x[at] ?? 0)) / total;
      square[at] = (square[at] ?? 0) + (weight * (x[at] ?? 0) ** 2) / total;
    }
  const scale = square.map((value, at) => {
    const spread = Math.sqrt(Math.max(0, value - (mean[at] ?? 0) ** 2));
    return spread < SMALL ? 1 : spread;
  });
  return { mean, scale };
}

const standard = (value: number, at: number, mean: readonly number[], scale: readonly number[]) =>
  (value - (mean[at] ?? 0)) / (scale[at] ?? 1);

/** Log-odds of a row, with the standard error that the covariance gives it. */
export function logOdds(fit: Fit, x: readonly number[]): { value: number; error: number } {
  const row = [1, ...x.map((value, at) => standard(value, at, fit.mean, fit.scale))];
  let value = 0;
  let variance = 0;
  for (let at = 0; at < row.length; at += 1) {
    const one = row[at] ?? 0;
    const line = fit.covariance[at] ?? [];
    value += (fit.coefficients[at] ?? 0) * one;
    for (let other = 0; other < row.length; other += 1)
      variance += one * (row[other] ?? 0) * (line[other] ?? 0);
  }
  return { value, error: Math.sqrt(Math.max(0, variance)) };
}

/** Effect of one feature in its own unit on the log-odds, with its standard error. */
export function effectOf(fit: Fit, feature: number): { value: number; error: number } {
  const scale = fit.scale[feature] ?? 1;
  const variance = fit.covariance[feature + 1]?.[feature + 1] ?? 0;
  return {
    value: (fit.coefficients[feature + 1] ?? 0) / scale,
    error: Math.sqrt(Math.max(0, variance)) / scale,
  };
}
