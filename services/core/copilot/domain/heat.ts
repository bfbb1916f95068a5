// Attention that decays: an event of weight w at time t counts w·exp(−(now − t)/τ) now. All clients decay alike, so the
// logarithm of the sum without the common factor exp(−now/τ) keeps the order for ever and needs no refreshing.

const TAU_MILLISECONDS = 3 * 86_400_000;
/** Times are counted from here, so that the logarithms stay small. */
const EPOCH = Date.UTC(2026, 0, 1);

/** The heat of a client to which nothing ever happened, except that it came to be. */
export function firstHeat(at: Date): number {
  return logWeight(0.1, at);
}

function logWeight(weight: number, at: Date): number {
  return Math.log(weight) + (at.getTime() - EPOCH) / TAU_MILLISECONDS;
}

/** Adds an event of this weight; 0 changes nothing. */
export function addHeat(heat: number, weight: number, at: Date): number {
  if (weight <= 0) return heat;
  const added = logWeight(weight, at);
  const high = Math.max(heat, added);
  return high + Math.log1p(Math.exp(Math.min(heat, added) - high));
}

/** Takes away what an answered event of this weight had added, down to almost nothing. */
export function removeHeat(heat: number, weight: number, at: Date): number {
  if (weight <= 0) return heat;
  const share = Math.exp(logWeight(weight, at) - heat);
  return heat + Math.log(Math.max(0.02, 1 - share));
}
