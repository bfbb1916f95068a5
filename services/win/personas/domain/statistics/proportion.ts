/** 97.5 % point of the normal distribution: two-sided intervals of 95 %. */
const Z = 1.959964;

export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** A share with Wilson's 95 % interval (E. B. Wilson, 1927): it holds for few cases and never leaves [0, 1]. */
export function wilson(hits: number, cases: number): Interval {
  if (cases === 0) return { value: 0.5, low: 0, high: 1 };
  const share = hits / cases;
  const scale = 1 + (Z * Z) / cases;
  const centre = (share + (Z * Z) / (2 * cases)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / cases + (Z * Z) / (4 * cases * cases));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * How probable it is that a share lies above a bound, given hits and misses and no opinion before: 1 − I_bound(hits + 1, misses + 1).
 * For whole numbers the incomplete beta function is a tail of the binomial distribution, summed here in logarithms.
 */
export function probabilityAbove(bound: number, hits: number, misses: number): number {
  const trials = hits + misses + 1;
  let logTerm = trials * Math.log(1 - bound);
  let sum = Math.exp(logTerm);
  for (let count = 1; count <= hits; count += 1) {
    logTerm += Math.log((trials - count + 1) / count) + Math.log(bound / (1 - bound));
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** The median with its 95 % interval by order statistics: no shape of the distribution is assumed. */
export function medianOf(values: readonly number[]): Interval | null {
  const sorted = [...values].sort((first, second) => first - second);
  const count = sorted.length;
  if (count === 0) return null;
  const at = (place: number) => sorted[Math.min(count - 1, Math.max(0, place))] ?? 0;
  const middle = (count - 1) / 2;
  const reach = (Z * Math.sqrt(count)) / 2;
  return {
    value: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor(count / 2 - reach)),
    high: at(Math.ceil(count / 2 + reach)),
  };
}
