import type { Range } from '@tokenholic/contracts';

export const ZERO: Range = { low: 0, mid: 0, high: 0 };

export function scale(range: Range, factor: number): Range {
  return { low: range.low * factor, mid: range.mid * factor, high: range.high * factor };
}

/** Independent errors combined: mids add up, distances to the ends add as a root sum of squares. */
export function combine(ranges: readonly Range[]): Range {
  const mid = ranges.reduce((sum, range) => sum + range.mid, 0);
  const down = Math.sqrt(ranges.reduce((sum, range) => sum + (range.mid - range.low) ** 2, 0));
  const up = Math.sqrt(ranges.reduce((sum, range) => sum + (range.high - range.mid) ** 2, 0));
  return { low: Math.max(0, mid - down), mid, high: mid + up };
}

/** A range moved to a value set by hand; it widens when the value lies outside. */
export function around(range: Range, value: number): Range {
  return { low: Math.min(range.low, value), mid: value, high: Math.max(range.high, value) };
}
