import type { Range } from '@tokenholic/contracts';
import { normal, uniform } from './random.ts';

export const SAMPLES = 2_000;
/** Standard normal quantile of 0.9: low and high of a factor are its 10th and 90th percentile. */
const Z90 = 1.2815515655;

/**
 * Distribution of a product of uncertain factors by Monte Carlo. Each factor is log-normal to either side of its mid,
 * so that low and high are P10 and P90. Same seed, same answer.
 */
export function simulateProduct(factors: readonly Range[], seed: number): Range {
  const draw = normal(uniform(seed));
  const logs = new Float64Array(SAMPLES);
  for (const { low, mid, high } of factors) {
    const center = Math.log(mid);
    const down = (center - Math.log(low)) / Z90;
    const up = (Math.log(high) - center) / Z90;
    for (let index = 0; index < SAMPLES; index += 1) {
      const z = draw();
      logs[index] = (logs[index] ?? 0) + center + z * (z < 0 ? down : up);
    }
  }
  logs.sort();
  const at = (quantile: number) => Math.exp(logs[Math.round(quantile * (SAMPLES - 1))] ?? 0);
  return { low: at(0.1), mid: at(0.5), high: at(0.9) };
}
