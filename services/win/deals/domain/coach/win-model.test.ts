import { expect, test } from 'vitest';
import { effectOf, fitLogistic, sigmoid } from './logistic.ts';
import { areaUnderCurve, brier, calibration, improvement, wilson } from './measures.ts';
import { type ClosedRow, driversOf, estimate, trainWinModel } from './win-model.ts';

/** Mulberry32: small, seeded, good enough to make up deals. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const EFFECTS: Record<string, number> = {
  'role:economic_buyer': 1.2,
  competitor: -0.9,
  contacts: 0.5,
  noise: 0,
};

function madeUp(deals: number, strength: number, seed = 7) {
  const next = random(seed);
  const truth: { p: number; y: 0 | 1; weight: number }[] = [];
  const rows = Array.from({ length: deals }, (_, at): ClosedRow => {
    const features = {
      'role:economic_buyer': next() < 0.4 ? 1 : 0,
      competitor: next() < 0.5 ? 1 : 0,
      contacts: 3 * next(),
      noise: next(),
    };
    const odds = Object.entries(features).reduce(
      (sum, [name, value]) => sum + (EFFECTS[name] ?? 0) * value,
      -0.8,
    );
    const p = sigmoid(strength * odds);
    const won = next() < p;
    truth.push({ p, y: won ? 1 : 0, weight: 1 });
    return { dealId: String(at), closedAt: at, won, features };
  });
  return { rows, truth };
}

test('planted effects are found with intervals that hold them, and nothing is found in noise', () => {
  const { rows } = madeUp(3_000, 1);
  const names = Object.keys(EFFECTS);
  const samples = rows.map(({ features, won }) => ({
    ...{ x: names.map((name) => features[name] ?? 0), weight: 1 },
    y: won ? (1 as const) : (0 as const),
  }));
  const fit = fitLogistic(samples, 1);
  for (const [at, name] of names.entries()) {
    const { value, error } = effectOf(fit, at);
    expect([name, Math.abs(value - (EFFECTS[name] ?? 0)) < 2.6 * error]).toEqual([name, true]);
  }
});

test('a model of deals with planted effects comes close to who knows the truth', () => {
  const { rows, truth } = madeUp(3_000, 1);
  const model = trainWinModel(rows);
  if (model.kind !== 'model') throw new Error(model.kind);
  const said = rows.map(({ features, won }) => ({
    ...{ p: estimate(model, features).probability, weight: 1 },
    y: won ? (1 as const) : (0 as const),
  }));
  expect(areaUnderCurve(truth) - areaUnderCurve(said)).toBeLessThan(0.02);
  expect(brier(said) - brier(truth)).toBeLessThan(0.005);
});

test('where nothing foretells the end the model says so and gives the base rate', () => {
  const model = trainWinModel(madeUp(2_000, 0).rows);
  expect(model.kind).toBe('no_signal');
  if (model.kind === 'no_signal') expect(model.estimate.probability).toBeCloseTo(0.5, 1);
});

test('a handful of deals is called too few', () => {
  expect(trainWinModel(madeUp(40, 1).rows).kind).toBe('too_few');
  expect(trainWinModel([]).kind).toBe('too_few');
});

test('several moments of one deal count as one deal', () => {
  const { rows } = madeUp(400, 1);
  const twice = rows.flatMap((row) => [row, row]);
  const model = trainWinModel(twice);
  if (model.kind === 'too_few') throw new Error(model.kind);
  expect(model.quality.deals).toBe(400);
});

test('drivers name what moves a deal, in the direction in which it moves it', () => {
  const model = trainWinModel(madeUp(3_000, 1).rows);
  if (model.kind !== 'model') throw new Error(model.kind);
  const drivers = driversOf(model, { 'role:economic_buyer': 1, competitor: 1, contacts: 1.5 }, 3);
  const points = Object.fromEntries(drivers.map(({ feature, points: one }) => [feature, one]));
  expect(points['role:economic_buyer']).toBeGreaterThan(0.05);
  expect(points.competitor).toBeLessThan(-0.05);
});

test('an estimate lies inside its interval, wider for a deal unlike the others', () => {
  const model = trainWinModel(madeUp(600, 1).rows);
  if (model.kind !== 'model') throw new Error(model.kind);
  const usual = estimate(model, { competitor: 1, contacts: 1.5 });
  const odd = estimate(model, { competitor: 1, contacts: 12 });
  expect(usual.low).toBeLessThan(usual.probability);
  expect(usual.high).toBeGreaterThan(usual.probability);
  expect(odd.high - odd.low).not.toBe(usual.high - usual.low);
});

test('measures: ties count half, a perfect forecast is perfect, bins say what happened', () => {
  const perfect = [0, 0, 1, 1].map((y) => ({ p: y, y: y as 0 | 1, weight: 1 }));
  const flat = perfect.map((one) => ({ ...one, p: 0.5 }));
  expect([areaUnderCurve(perfect), areaUnderCurve(flat)]).toEqual([1, 0.5]);
  expect([brier(perfect), brier(flat)]).toEqual([0, 0.25]);
  expect(calibration(perfect, 2).map(({ happened }) => happened)).toEqual([0, 1]);
  expect(improvement(perfect, flat).value).toBeCloseTo(0.25);
});

test('a share from few cases has a wide interval that stays within bounds', () => {
  expect(wilson(0, 5).low).toBe(0);
  expect(wilson(0, 5).high).toBeGreaterThan(0.4);
  expect(wilson(500, 1_000).high - wilson(500, 1_000).low).toBeLessThan(0.07);
});
