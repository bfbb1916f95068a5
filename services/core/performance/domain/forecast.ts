import type { Metric, MetricValue, ProgressForecast } from '@tokenholic/contracts';
import { isCeiling, KINDS, measure } from './metrics.ts';

const DAY = 86_400_000;

export interface Period {
  /** Calendar days, both included. */
  from: string;
  until: string;
}

/** Days of a period that are gone, and those that lie ahead. */
export function daysOf({ from, until }: Period, now: Date): { gone: number; left: number; all: number } {
  const begins = Date.parse(from);
  const all = (Date.parse(until) - begins) / DAY + 1;
  const gone = Math.min(all, Math.max(0, (now.getTime() - begins) / DAY));
  return { gone, left: all - gone, all };
}

const NOTHING: ProgressForecast = { expected: null, low: null, high: null, chance: null };
/** Less of a period says nothing about the rest. */
const FEWEST_DAYS = 3;
/** So many records say what the next one may be worth. */
const FEWEST_AMOUNTS = 3;
const DRAWS = 2_000;

/**
 * Where a period ends when the rest goes on like its beginning. Records come as a Poisson process whose rate is known only
 * from what was counted (Gamma with Jeffreys' prior, shape n + ½); an amount is drawn from those seen. Shares and means are
 * not extrapolated: their interval says how sure they are. Quantiles and chance from 2,000 draws with a fixed seed.
 */
export function forecast(
  metric: Metric,
  target: number,
  values: readonly number[],
  period: Period,
  now: Date,
): ProgressForecast {
  const { gone, left } = daysOf(period, now);
  const kind = KINDS[metric];
  const facts = values.map((value) => ({ metric, value }));
  const measured = measure(metric, facts);
  if (kind === 'share' || kind === 'mean') return ofLevel(metric, target, measured);
  const done = measured.value ?? 0;
  if (left <= 0) return { expected: done, low: done, high: done, chance: done >= target ? 1 : 0 };
  if (gone < FEWEST_DAYS || (kind === 'sum' && values.length < FEWEST_AMOUNTS)) return NOTHING;
  const random = series(20_261_128);
  const totals: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const rate = gamma(values.length + 0.5, random) / gone;
    const more = poisson(rate * left, random);
    let total = done;
    for (let one = 0; one < more; one += 1)
      total += kind === 'count' ? 1 : (values[Math.floor(random() * values.length)] ?? 0);
    totals.push(total);
  }
  totals.sort((a, b) => a - b);
  const at = (share: number) => totals[Math.floor(share * (DRAWS - 1))] ?? done;
  return {
    expected: totals.reduce((sum, one) => sum + one, 0) / DRAWS,
    ...{ low: at(0.1), high: at(0.9) },
    chance: totals.filter((one) => one >= target).length / DRAWS,
  };
}

/** A level stays where it is, as far as one can tell. */
function ofLevel(metric: Metric, target: number, { value, low, high }: MetricValue): ProgressForecast {
  if (value === null || low === null || high === null) return NOTHING;
  const isMet = (one: number) => (isCeiling(metric) ? one <= target : one >= target);
  // Between the ends of the interval nothing is claimed but that it is open.
  const chance = isMet(low) && isMet(high) ? 0.975 : !isMet(low) && !isMet(high) ? 0.025 : null;
  return { expected: value, low, high, chance };
}

export type ObjectiveState = 'reached' | 'on_track' | 'behind' | 'open' | 'missed';
/** Below this chance one is called behind, from its complement on on track; between them it is open. */
const BEHIND = 0.3;
const ON_TRACK = 0.6;

/** How an objective stands. */
export function stateOf(
  metric: Metric,
  target: number,
  value: number | null,
  { chance }: ProgressForecast,
  { left }: { left: number },
): ObjectiveState {
  const met = value !== null && (isCeiling(metric) ? value <= target : value >= target);
  const grows = KINDS[metric] === 'count' || KINDS[metric] === 'sum';
  if (left <= 0) return met ? 'reached' : 'missed';
  if (grows && met) return 'reached';
  if (chance === null) return 'open';
  return chance < BEHIND ? 'behind' : chance >= ON_TRACK ? 'on_track' : 'open';
}

/** A repeatable series in (0, 1). */
function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang (2000), scale 1; a shape below one by the usual power. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** By exponential waits for small means, as a rounded normal above. */
function poisson(mean: number, random: () => number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let waited = -Math.log(random());
  let count = 0;
  while (waited < mean) {
    count += 1;
    waited -= Math.log(random());
  }
  return count;
}
