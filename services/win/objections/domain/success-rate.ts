/** 97.5 % point of the normal distribution: two-sided intervals of 95 %. */
const Z = 1.959964;

export interface SuccessRate {
  value: number;
  low: number;
  high: number;
}

/** Share of the rated uses that worked, with Wilson's 95 % interval (E. B. Wilson, 1927); null when nothing was rated. */
export function successRate(worked: number, failed: number): SuccessRate | null {
  const rated = worked + failed;
  if (rated === 0) return null;
  const share = worked / rated;
  const scale = 1 + Z ** 2 / rated;
  const centre = (share + Z ** 2 / (2 * rated)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / rated + Z ** 2 / (4 * rated ** 2));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
