import { effectOf, type Fit, fitLogistic, logOdds, type Sample, sigmoid } from './logistic.ts';
import {
  areaUnderCurve,
  brier,
  type CalibrationBin,
  calibration,
  type Forecast,
  improvement,
  wilson,
} from './measures.ts';

/** What was known of a deal at one moment of its life, and how it ended. */
export interface ClosedRow {
  dealId: string;
  closedAt: number;
  won: boolean;
  features: Readonly<Record<string, number>>;
}

/** Below these the product says that it has not enough data. */
export const FEWEST_CLOSED = 60;
export const FEWEST_OF_EACH = 15;
const FOLDS = 4;
const PENALTIES = [3, 30, 300];
/** The model must beat the base rate by this many standard errors, or it is said to know nothing. */
const SURE = 1.64;
/** A feature that fewer deals have teaches nothing. */
const FEWEST_WITH = 15;

export interface Estimate {
  probability: number;
  low: number;
  high: number;
}

export interface Quality {
  deals: number;
  won: number;
  /** Measured on deals that closed after those the model had learnt from. */
  auc: number;
  brier: number;
  baseBrier: number;
  bins: CalibrationBin[];
}

export type WinModel =
  | { kind: 'too_few'; deals: number; won: number }
  | { kind: 'no_signal'; quality: Quality; estimate: Estimate }
  | {
      kind: 'model';
      quality: Quality;
      names: string[];
      fit: Fit;
      /** Log-odds are stretched and moved by these, learnt on later deals (Platt, 1999). */
      calibrate: { shift: number; slope: number };
    };

/** Learns from closed deals in the order in which they closed, and says how good it is on later ones. */
export function trainWinModel(rows: readonly ClosedRow[]): WinModel {
  const sorted = [...rows].sort((a, b) => a.closedAt - b.closedAt || (a.dealId < b.dealId ? -1 : 1));
  const ends = new Map(sorted.map(({ dealId, won }) => [dealId, won]));
  const deals = ends.size;
  const won = [...ends.values()].filter(Boolean).length;
  if (deals < FEWEST_CLOSED || Math.min(won, deals - won) < FEWEST_OF_EACH)
    return { kind: 'too_few', deals, won };
  const names = featureNames(sorted, ends.size);
  const samples = toSamples(sorted, names);
  const trial = PENALTIES.map((penalty) => ({ penalty, later: rollForward(samples, penalty) })).reduce(
    (best, one) => (brier(one.later.said) < brier(best.later.said) ? one : best),
  );
  const { said, base, odds } = trial.later;
  const calibrate = calibrationOf(odds, said);
  const better = improvement(said, base);
  const quality: Quality = {
    ...{ deals, won, auc: areaUnderCurve(said), brier: brier(said), baseBrier: brier(base) },
    bins: calibration(said, 5),
  };
  if (better.value < SURE * better.error)
    return { kind: 'no_signal', quality, estimate: { probability: won / deals, ...wilson(won, deals) } };
  return { kind: 'model', quality, names, fit: fitLogistic(samples, trial.penalty), calibrate };
}

/** Features that enough deals have and enough have not. */
function featureNames(rows: readonly ClosedRow[], deals: number): string[] {
  const having = new Map<string, number>();
  for (const { features } of rows)
    for (const [name, value] of Object.entries(features))
      if (value !== 0) having.set(name, (having.get(name) ?? 0) + 1);
  const fewest = Math.max(FEWEST_WITH, deals * 0.01);
  return [...having]
    .filter(([, number]) => number >= fewest)
    .map(([name]) => name)
    .sort();
}

function toSamples(rows: readonly ClosedRow[], names: readonly string[]): Sample[] {
  const share = new Map<string, number>();
  for (const { dealId } of rows) share.set(dealId, (share.get(dealId) ?? 0) + 1);
  return rows.map(({ dealId, won, features }) => ({
    x: names.map((name) => features[name] ?? 0),
    y: won ? 1 : 0,
    weight: 1 / (share.get(dealId) ?? 1),
  }));
}

/** Each fold is foretold from the ones before it alone: nothing is learnt from the future. */
function rollForward(samples: readonly Sample[], penalty: number) {
  const said: Forecast[] = [];
  const base: Forecast[] = [];
  const odds: number[] = [];
  const size = Math.ceil(samples.length / (FOLDS + 1));
  for (let fold = 1; fold <= FOLDS; fold += 1) {
    const before = samples.slice(0, fold * size);
    const after = samples.slice(fold * size, (fold + 1) * size);
    const fit = fitLogistic(before, penalty);
    const total = before.reduce((sum, { weight }) => sum + weight, 0);
    const share = before.reduce((sum, { weight, y }) => sum + weight * y, 0) / total;
    for (const { x, y, weight } of after) {
      const { value } = logOdds(fit, x);
      odds.push(value);
      said.push({ p: sigmoid(value), y, weight });
      base.push({ p: share, y, weight });
    }
  }
  return { said, base, odds };
}

function calibrationOf(odds: readonly number[], said: readonly Forecast[]): { shift: number; slope: number } {
  const samples = said.map(({ y, weight }, at) => ({ x: [odds[at] ?? 0], y, weight }));
  const fit = fitLogistic(samples, 1);
  const slope = effectOf(fit, 0).value;
  const shift = (fit.coefficients[0] ?? 0) - slope * (fit.mean[0] ?? 0);
  // Later deals may say that the odds were too bold, never that they were upside down or far too timid.
  return slope < 0.3 || slope > 1.5 ? { shift: 0, slope: 1 } : { shift, slope };
}

/** A deal's probability by the model, with its 95 % interval. */
export function estimate(
  model: Extract<WinModel, { kind: 'model' }>,
  features: Readonly<Record<string, number>>,
): Estimate {
  const { value, error } = logOdds(
    model.fit,
    model.names.map((name) => features[name] ?? 0),
  );
  const { shift, slope } = model.calibrate;
  const said = (odds: number) => sigmoid(shift + slope * odds);
  return { probability: said(value), low: said(value - 1.96 * error), high: said(value + 1.96 * error) };
}

export interface Driver {
  feature: string;
  value: number;
  /** What it adds to the probability against the usual deal, in [-1, 1]. */
  points: number;
}

/** What moves this deal's probability most, against a deal that is usual in that one respect. */
export function driversOf(
  model: Extract<WinModel, { kind: 'model' }>,
  features: Readonly<Record<string, number>>,
  most: number,
): Driver[] {
  const now = estimate(model, features).probability;
  return model.names
    .map((feature, at) => {
      const usual = model.fit.mean[at] ?? 0;
      const points = now - estimate(model, { ...features, [feature]: usual }).probability;
      return { feature, value: features[feature] ?? 0, points };
    })
    .filter(({ points }) => Math.abs(points) >= 0.005)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, most);
}
