/** A probability that was said before the outcome was known. */
export interface Forecast {
  p: number;
  y: 0 | 1;
  weight: number;
}

const weightOf = (forecasts: readonly Forecast[]) => forecasts.reduce((sum, { weight }) => sum + weight, 0);

/** Mean squared distance from the outcome (Brier, Monthly Weather Review 78, 1950). Smaller is better. */
export function brier(forecasts: readonly Forecast[]): number {
  const total = weightOf(forecasts);
  return forecasts.reduce((sum, { p, y, weight }) => sum + weight * (p - y) ** 2, 0) / (total || 1);
}

/** Probability that a won deal stands above a lost one; ties count half. 0.5 is chance. */
export function areaUnderCurve(forecasts: readonly Forecast[]): number {
  const sorted = [...forecasts].sort((a, b) => a.p - b.p);
  const won = weightOf(sorted.filter(({ y }) => y === 1));
  const lost = weightOf(sorted.filter(({ y }) => y === 0));
  if (won === 0 || lost === 0) return 0.5;
  let below = 0;
  let area = 0;
  for (let from = 0; from < sorted.length; ) {
    const level = sorted[from]?.p;
    let to = from;
    while (to < sorted.length && sorted[to]?.p === level) to += 1;
    const tied = sorted.slice(from, to);
    const lostHere = weightOf(tied.filter(({ y }) => y === 0));
    area += weightOf(tied.filter(({ y }) => y === 1)) * (below + lostHere / 2);
    below += lostHere;
    from = to;
  }
  return area / (won * lost);
}

export interface CalibrationBin {
  said: number;
  happened: number;
  deals: number;
}

/** Said against happened in groups of equal size, from the lowest probabilities to the highest. */
export function calibration(forecasts: readonly Forecast[], groups: number): CalibrationBin[] {
  const sorted = [...forecasts].sort((a, b) => a.p - b.p);
  const size = Math.ceil(sorted.length / groups);
  const bins: CalibrationBin[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const group = sorted.slice(from, from + size);
    const total = weightOf(group) || 1;
    bins.push({
      said: group.reduce((sum, { p, weight }) => sum + weight * p, 0) / total,
      happened: group.reduce((sum, { y, weight }) => sum + weight * y, 0) / total,
      deals: Math.round(total),
    });
  }
  return bins;
}

/** Interval of a share (Wilson, JASA 22, 1927); `z` 1.96 for 95 %. */
export function wilson(hits: number, total: number, z = 1.96): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const middle = share + z ** 2 / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const divisor = 1 + z ** 2 / total;
  return { low: Math.max(0, (middle - spread) / divisor), high: Math.min(1, (middle + spread) / divisor) };
}

/** How much better `a` is than `b` in Brier on the same deals, with the standard error of the difference. */
export function improvement(
  a: readonly Forecast[],
  b: readonly Forecast[],
): { value: number; error: number } {
  const gains = a.flatMap(({ p, y, weight }, at) => {
    const other = b[at];
    return other === undefined ? [] : [{ gain: (other.p - y) ** 2 - (p - y) ** 2, weight }];
  });
  const total = gains.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { value: 0, error: Number.POSITIVE_INFINITY };
  const value = gains.reduce((sum, { gain, weight }) => sum + weight * gain, 0) / total;
  const variance = gains.reduce((sum, { gain, weight }) => sum + weight * (gain - value) ** 2, 0) / total;
  return { value, error: Math.sqrt(variance / total) };
}
