/** Weight of each feature by its name; a name that is missing weighs nothing yet. */
export type Weights = Record<string, number>;
export type Features = Readonly<Record<string, number>>;

const RATE = 0.6;
/** Pulls weights back to what everybody starts with, so that a person who changes is followed. */
const FORGET = 0.002;

/** Probability in (0, 1) of the logistic model. */
export function predict(weights: Weights, features: Features): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * One step of online logistic regression: the weights move along (target − prediction)·feature, slower with each decision
 * seen. `target` is 1 for a task taken on, 0 for one dismissed, in between for the rest.
 */
export function learn(
  weights: Weights,
  prior: Weights,
  features: Features,
  target: number,
  decisionsSoFar: number,
): Weights {
  const error = target - predict(weights, features);
  const rate = RATE / Math.sqrt(1 + decisionsSoFar / 40);
  const next: Weights = { ...weights };
  for (const [name, value] of Object.entries(features)) {
    const before = weights[name] ?? 0;
    next[name] = before + rate * error * value - FORGET * (before - (prior[name] ?? 0));
  }
  return next;
}
