const Z = 1.96;
/** Student's t, 97.5 %, by degrees of freedom from 1; beyond the table the normal value. Source: any table of the distribution. */
const T = [
  ...[12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145],
  ...[2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045],
];

export interface Interval {
  low: number;
  high: number;
}

/** Wilson's 95 % interval of a share. */
export function wilson(yes: number, of: number): Interval {
  const share = yes / of;
  const scale = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Student's 95 % interval of a mean; of values that are never negative it does not go below zero. */
export function studentInterval(values: readonly number[]): Interval {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = (T[count - 2] ?? Z) * Math.sqrt(variance / count);
  return { low: Math.max(0, mean - half), high: mean + half };
}
