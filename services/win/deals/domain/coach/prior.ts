import type { DealStage, WinEstimate } from '@tokenholic/contracts';
import { FEWEST_CLOSED } from './win-model.ts';

// A planning figure of the product for a seller without a record of their own, not a measurement: of ten deals at a stage so
// many are usually planned to be won. The range is wide on purpose and the interface names it as not the seller's own.
const PRIOR: Readonly<Record<DealStage, readonly [low: number, middle: number, high: number]>> = {
  lead: [0.03, 0.1, 0.25],
  discovery: [0.08, 0.2, 0.4],
  evaluation: [0.15, 0.35, 0.6],
  proposal: [0.25, 0.45, 0.7],
  negotiation: [0.4, 0.65, 0.85],
  won: [1, 1, 1],
  lost: [0, 0, 0],
};

/** What stands in while there are too few closed deals to learn from. */
export function priorEstimate(stage: DealStage, closedDeals: number): WinEstimate {
  const [low, probability, high] = PRIOR[stage];
  return { probability, low, high, basis: 'prior', closedDeals, neededDeals: FEWEST_CLOSED };
}
