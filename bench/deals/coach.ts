import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  areaUnderCurve,
  brier,
  type ClosedRow,
  calibration,
  effectOf,
  estimate,
  type Forecast,
  fitLogistic,
  logOdds,
  sigmoid,
  trainWinModel,
  type WinModel,
} from '@tokenholic/deals/win-model';
import Papa from 'papaparse';

// How good the coach's probability is: on real deals that carry almost no signal it must not sound sure, on deals that were made up
// with known effects it must find them. Always learnt from the earlier deals and judged on the later ones.

const show = (text: string) => process.stdout.write(`${text}\n`);
const LEARN = 0.7;

function judge(name: string, forecasts: readonly Forecast[]): number {
  const score = brier(forecasts);
  show(`  ${name}: AUC ${areaUnderCurve(forecasts).toFixed(3)}, Brier ${score.toFixed(4)}`);
  return score;
}

function said(model: WinModel, rows: readonly ClosedRow[], base: number): Forecast[] {
  return rows.map(({ won, features }) => ({
    p: model.kind === 'model' ? estimate(model, features).probability : base,
    ...{ y: won ? 1 : 0, weight: 1 },
  }));
}

/** Logistic regression as one would fit it without thinking: hardly a penalty, no test of whether it helps. */
function plain(learn: readonly ClosedRow[], judged: readonly ClosedRow[]): Forecast[] {
  const names = [...new Set(learn.flatMap(({ features }) => Object.keys(features)))].sort();
  const row = ({ features }: ClosedRow) => names.map((name) => features[name] ?? 0);
  const fit = fitLogistic(
    learn.map((one) => ({ x: row(one), y: one.won ? 1 : 0, weight: 1 })),
    0.01,
  );
  return judged.map((one) => ({ p: sigmoid(logOdds(fit, row(one)).value), y: one.won ? 1 : 0, weight: 1 }));
}

function compare(title: string, rows: readonly ClosedRow[], truth?: (row: ClosedRow) => number): void {
  const sorted = [...rows].sort((a, b) => a.closedAt - b.closedAt);
  const edge = Math.floor(sorted.length * LEARN);
  const [learn, judged] = [sorted.slice(0, edge), sorted.slice(edge)];
  const base = learn.filter(({ won }) => won).length / learn.length;
  const model = trainWinModel(learn);
  show(`${title}: learnt from ${learn.length}, judged on ${judged.length}; verdict: ${model.kind}`);
  const forecasts = said(model, judged, base);
  const ours = judge('product', forecasts);
  const baseBrier = judge(
    'base rate',
    judged.map(({ won }) => ({ p: base, y: won ? 1 : 0, weight: 1 })),
  );
  judge('plain logistic regression', plain(learn, judged));
  show(`  bar: Brier at most base rate + 0.002: ${ours <= baseBrier + 0.002 ? 'held' : 'MISSED'}`);
  const bins = calibration(forecasts, 5).map((bin) => `${bin.said.toFixed(2)}→${bin.happened.toFixed(2)}`);
  show(`  said → happened: ${bins.join('  ')}`);
  if (truth === undefined) return;
  const oracle = judged.map((row): Forecast => ({ p: truth(row), y: row.won ? 1 : 0, weight: 1 }));
  judge('who knows the truth', oracle);
  const gap = areaUnderCurve(oracle) - areaUnderCurve(forecasts);
  show(`  bar: AUC within 0.02 of the truth: ${gap.toFixed(3)} ${gap <= 0.02 ? 'held' : 'MISSED'}`);
}

const SET =
  process.env.TOKENHOLIC_CRM_SET ?? join(import.meta.dirname, '../../../shared/data/crm-opportunities');

interface Line {
  opportunity_id: string;
  sales_agent: string;
  product: string;
  account: string;
  deal_stage: string;
  engage_date: string;
  close_date: string;
}

function realDeals(): ClosedRow[] {
  const table = <T>(name: string) =>
    Papa.parse<T>(readFileSync(join(SET, name), 'utf8'), { header: true, skipEmptyLines: true }).data;
  const prices = new Map(
    table<{ product: string; sales_price: string }>('products.csv').map((one) => [
      one.product,
      Number(one.sales_price),
    ]),
  );
  const sectors = new Map(
    table<{ account: string; sector: string }>('accounts.csv').map(({ account, sector }) => [
      account,
      sector,
    ]),
  );
  return table<Line>('sales_pipeline.csv')
    .filter(({ deal_stage: stage }) => stage === 'Won' || stage === 'Lost')
    .map((line) => {
      const product = line.product === 'GTXPro' ? 'GTX Pro' : line.product;
      return {
        dealId: line.opportunity_id,
        closedAt: Date.parse(line.close_date),
        won: line.deal_stage === 'Won',
        features: {
          log_amount: Math.log10(prices.get(product) ?? 1),
          [`product:${product}`]: 1,
          [`source:${line.sales_agent}`]: 1,
          [`sector:${sectors.get(line.account) ?? 'none'}`]: 1,
        },
      };
    });
}

/** Mulberry32, so that each run makes up the same deals. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PLANTED: Readonly<Record<string, number>> = {
  'role:economic_buyer': 0.9,
  'role:champion': 0.6,
  competitor: -0.7,
  pushes: -0.5,
  contacts: 0.35,
  inbound: 0.8,
  log_amount: -0.3,
  'source:fair': 0,
};
const truthOf = ({ features }: Pick<ClosedRow, 'features'>) =>
  sigmoid(Object.entries(PLANTED).reduce((sum, [name, effect]) => sum + effect * (features[name] ?? 0), 0.4));

function madeUpDeals(deals: number, seed: number): ClosedRow[] {
  const next = random(seed);
  return Array.from({ length: deals }, (_, at) => {
    const features = {
      'role:economic_buyer': next() < 0.45 ? 1 : 0,
      'role:champion': next() < 0.4 ? 1 : 0,
      competitor: next() < 0.5 ? 1 : 0,
      pushes: Math.floor(3 * next() ** 2),
      contacts: 3 * next(),
      inbound: next(),
      log_amount: 4 + 2 * next(),
      'source:fair': next() < 0.3 ? 1 : 0,
    };
    return { dealId: String(at), closedAt: at, won: next() < truthOf({ features }), features };
  });
}

if (existsSync(SET)) compare('real deals without signal', realDeals());
else show('real deals: the set is not there, left out');
const made = madeUpDeals(4_000, 11);
compare('made-up deals with planted effects', made, truthOf);
// With 210 deals to learn from the product would rather say nothing than be wrong.
compare('made-up deals, few', madeUpDeals(300, 12));

const REPEATS = 50;
let held = 0;
for (let seed = 0; seed < REPEATS; seed += 1) {
  const names = Object.keys(PLANTED);
  const fit = fitLogistic(
    madeUpDeals(3_000, 100 + seed).map(({ features, won }) => ({
      ...{ x: names.map((name) => features[name] ?? 0), weight: 1 },
      y: won ? 1 : 0,
    })),
    3,
  );
  for (const [at, name] of names.entries()) {
    const { value, error } = effectOf(fit, at);
    if (Math.abs(value - (PLANTED[name] ?? 0)) <= 1.96 * error) held += 1;
  }
}
const share = held / (REPEATS * Object.keys(PLANTED).length);
show(`planted effects inside their 95 % interval: ${(share * 100).toFixed(1)} % of ${REPEATS} sets`);
