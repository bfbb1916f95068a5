import type { Range } from '@tokenholic/contracts';
import { normal, uniform } from './random.ts';
import { selectRank } from './select-rank.ts';

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
  const rank = (quantile: number) => Math.round(quantile * (SAMPLES - 1));
  // Three ranks are all that is asked of the draws: seeking them is cheaper than sorting.
  const [low, mid] = [selectRank(logs, rank(0.1)), selectRank(logs, rank(0.5), rank(0.1))];
  const high = selectRank(logs, rank(0.9), rank(0.5));
  return { low: Math.exp(low), mid: Math.exp(mid), high: Math.exp(high) };
}
