import type { WinEstimate } from '@tokenholic/contracts';
import { sigmoid } from './logistic.ts';
import { FEWEST_CLOSED } from './win-model.ts';

/** Half of the range on the scale of log-odds: wide on purpose, for a figure that is planned and not measured. */
const SPREAD = 1.1;

/** What stands in while there are too few closed deals to learn from: the stage's planning figure, with a wide range. */
export function priorEstimate(probability: number, closedDeals: number): WinEstimate {
  const certain = probability <= 0 || probability >= 1;
  const odds = Math.log(probability / (1 - probability));
  return {
    probability,
    low: certain ? probability : sigmoid(odds - SPREAD),
    high: certain ? probability : sigmoid(odds + SPREAD),
    ...{ basis: 'prior', closedDeals, neededDeals: FEWEST_CLOSED },
  };
}
