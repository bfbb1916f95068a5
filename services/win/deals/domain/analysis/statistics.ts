import { wilson } from '../coach/measures.ts';

export interface Share {
  deals: number;
  won: number;
}

const rate = ({ deals, won }: Share) => (deals === 0 ? 0 : won / deals);

/**
 * Difference of two shares with its 95 % interval: Newcombe's hybrid score method, Statistics in Medicine 17, 1998, method 10.
 * It stays within −1 and 1 and holds for small numbers too.
 */
export function differenceOf(a: Share, b: Share): { value: number; low: number; high: number } {
  const [pa, pb] = [rate(a), rate(b)];
  const [ia, ib] = [wilson(a.won, a.deals), wilson(b.won, b.deals)];
  const value = pa - pb;
  return {
    value,
    low: Math.max(-1, value - Math.sqrt((pa - ia.low) ** 2 + (ib.high - pb) ** 2)),
    high: Math.min(1, value + Math.sqrt((ia.high - pa) ** 2 + (pb - ib.low) ** 2)),
  };
}

/** Two-sided p of a standard normal; error below 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, tail * Math.exp(-(x ** 2)));
}

/** Two-sided p that two shares come from one, by the pooled normal approximation. */
export function shareTest(a: Share, b: Share): number {
  const total = a.deals + b.deals;
  const pooled = total === 0 ? 0 : (a.won + b.won) / total;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / Math.max(a.deals, 1) + 1 / Math.max(b.deals, 1)));
  return error === 0 ? 1 : twoSided((rate(a) - rate(b)) / error);
}

/** Which of many tests hold when at most `level` of those that hold may be false (Benjamini and Hochberg, JRSS B 57, 1995). */
export function stillHolding(ps: readonly number[], level: number): boolean[] {
  const order = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  let last = -1;
  for (const [rank, { p }] of order.entries()) if (p <= ((rank + 1) / ps.length) * level) last = rank;
  const holds = ps.map(() => false);
  for (const { at } of order.slice(0, last + 1)) holds[at] = true;
  return holds;
}

/**
 * Days until half have left; deals still there count for as long as they have been there (Kaplan and Meier, JASA 53, 1958). Null when
 * half have not left in the time there is.
 */
export function medianDays(stays: readonly { days: number; left: boolean; deals: number }[]): number | null {
  const sorted = [...stays].sort((a, b) => a.days - b.days || Number(b.left) - Number(a.left));
  let there = sorted.reduce((sum, { deals }) => sum + deals, 0);
  let remaining = 1;
  for (const { days, left, deals } of sorted) {
    if (left) {
      remaining *= 1 - deals / there;
      if (remaining <= 0.5) return days;
    }
    there -= deals;
  }
  return null;
}

/** The middle value; null of nothing. */
export function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
