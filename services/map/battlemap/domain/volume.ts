import type { Driver, Explanation, Finding, Range, ReportedFigure } from '@tokenholic/contracts';
import type { TokenBenchmark, VolumeModel } from '@tokenholic/reference';
import { scale } from './ranges.ts';
import { SAMPLES, simulateProduct } from './simulate.ts';

export interface VolumeInput {
  model: VolumeModel;
  /** Figures the client's pages report for this use case. */
  figures: readonly ReportedFigure[];
  employees: number | null;
  seed: number;
  benchmarks: readonly TokenBenchmark[];
}

export interface VolumeEstimate {
  tokensPerYear: Range;
  /** Billed units a year when it is not tokens that are billed. */
  native: { unit: NonNullable<VolumeModel['nativePerUnit']>['unit']; amount: Range } | null;
  explanation: Explanation;
  reported: boolean;
}

const PERIOD_DAYS: Record<ReportedFigure['period'], number> = {
  day: 1,
  month: 30,
  year: 365,
  once: 1,
  total: Number.NaN,
};
/** A reported figure is trusted this far to either side. */
const REPORTED_SPREAD = 0.2;
const TYPICAL_EMPLOYEES = 2_000;

/** Tokens a year of a use case: drivers × tokens per unit × periods, ranges by Monte Carlo, calibrated by reported totals. */
export function estimateVolume(input: VolumeInput): VolumeEstimate {
  const { model, figures, seed } = input;
  const drivers = model.drivers.map((driver) => toDriver(driver, input));
  const tokensPerUnit = {
    low: model.inputTokensPerUnit.low + model.outputTokensPerUnit.low,
    mid: model.inputTokensPerUnit.mid + model.outputTokensPerUnit.mid,
    high: model.inputTokensPerUnit.high + model.outputTokensPerUnit.high,
  };
  const units = simulateProduct(
    drivers.map((driver) => driver.value),
    seed,
  );
  const simulated = scale(
    simulateProduct([...drivers.map((driver) => driver.value), tokensPerUnit], seed),
    model.periodsPerYear,
  );
  const total = figures.find(
    (figure) => figure.metric === 'tokens' && figure.period !== 'total' && figure.period !== 'once',
  );
  const calibrated = total === undefined ? null : reportedTotal(total);
  const tokensPerYear = calibrated ?? simulated;
  const factor = calibrated === null ? 1 : calibrated.mid / simulated.mid;
  const { nativePerUnit } = model;
  return {
    tokensPerYear,
    native:
      nativePerUnit === null
        ? null
        : {
            unit: nativePerUnit.unit,
            amount: scale(units, model.periodsPerYear * nativePerUnit.amount * factor),
          },
    reported: calibrated !== null || drivers.some((driver) => driver.basis === 'reported'),
    explanation: {
      formula: formulaOf(model),
      drivers: [...drivers, tokensDriver(model, tokensPerUnit, input.benchmarks)],
      benchmark: benchmarkOf(model.benchmarkId, input.benchmarks),
      calibration:
        total === undefined
          ? null
          : {
              factor,
              note: {
                zh: '以页面公布的 Token 总量校准',
                en: 'Calibrated by the token total the page reports',
              },
              quote: total.quote,
            },
      samples: SAMPLES,
      seed,
    },
  };
}

function reportedTotal(figure: ReportedFigure): Range {
  const perYear = (figure.value / PERIOD_DAYS[figure.period]) * 365;
  return { low: perYear * (1 - REPORTED_SPREAD), mid: perYear, high: perYear * (1 + REPORTED_SPREAD) };
}

function toDriver(driver: VolumeModel['drivers'][number], input: VolumeInput): Driver {
  const { id, name, unit } = driver;
  const figure = driver.reportedMetric === null ? undefined : matching(driver.reportedMetric, input);
  if (figure !== undefined) {
    const value = figure.value / rateDivisor(figure, input.model);
    const range = { low: value * (1 - REPORTED_SPREAD), mid: value, high: value * (1 + REPORTED_SPREAD) };
    return { id, name, unit, value: range, basis: 'reported', source: null, quote: figure.quote };
  }
  const sized = driver.scalesWithSize ? scale(driver.value, sizeFactor(input.employees)) : driver.value;
  const benchmark = input.benchmarks.find((item) => item.id === driver.benchmarkId);
  return {
    id,
    name,
    unit,
    value: sized,
    basis: benchmark === undefined ? 'assumption' : 'benchmark',
    source: benchmark?.source ?? null,
    quote: null,
  };
}

function matching(
  metric: ReportedFigure['metric'],
  { figures, model }: VolumeInput,
): ReportedFigure | undefined {
  return figures.find((figure) => {
    if (figure.metric !== metric || figure.value <= 0 || figure.period === 'total') return false;
    // A head count has no rate; a volume without a period cannot be turned into one.
    return isHeadCount(metric) || (figure.period !== 'once' && model.periodsPerYear > 0);
  });
}

function isHeadCount(metric: ReportedFigure['metric']): boolean {
  return metric === 'employees' || metric === 'developers' || metric === 'users';
}

/** From the page's period to the model's: 3,200 a month is 107 a day. */
function rateDivisor(figure: ReportedFigure, model: VolumeModel): number {
  if (isHeadCount(figure.metric)) return 1;
  const modelDays = model.periodsPerYear === 12 ? 30 : 1;
  return PERIOD_DAYS[figure.period] / modelDays;
}

/** Volumes grow slower than headcount; companies far from the typical size are held within bounds. */
export function sizeFactor(employees: number | null): number {
  if (employees === null || employees <= 0) return 1;
  return Math.min(12, Math.max(0.08, (employees / TYPICAL_EMPLOYEES) ** 0.8));
}

function tokensDriver(model: VolumeModel, value: Range, benchmarks: readonly TokenBenchmark[]): Driver {
  const benchmark = benchmarks.find((item) => item.id === model.benchmarkId);
  return {
    id: 'tokens_per_unit',
    name: { zh: '每单位 Token（输入 + 输出）', en: 'Tokens per unit (input + output)' },
    unit: { zh: 'Token/单位', en: 'tokens per unit' },
    value,
    basis: benchmark === undefined ? 'assumption' : 'benchmark',
    source: benchmark?.source ?? null,
    quote: null,
  };
}

function formulaOf(model: VolumeModel): Explanation['formula'] {
  const zh = model.drivers.map((driver) => driver.name.zh).join(' × ');
  const en = model.drivers.map((driver) => driver.name.en.toLowerCase()).join(' × ');
  return {
    zh: `${zh} × 每单位 Token × ${model.periodsPerYear}`,
    en: `${en} × tokens per unit × ${model.periodsPerYear}`,
  };
}

function benchmarkOf(id: string | null, benchmarks: readonly TokenBenchmark[]): Explanation['benchmark'] {
  const benchmark = benchmarks.find((item) => item.id === id);
  if (benchmark === undefined || benchmark.value === null) return null;
  const unit = `${benchmark.unit}${benchmark.period === null ? '' : ` / ${benchmark.period}`}`;
  return {
    id: benchmark.id,
    subject: benchmark.subject,
    value: benchmark.value,
    unit: { zh: unit, en: unit },
    source: benchmark.source,
  };
}

/** All figures that findings of one use case carry, newest sources first as given. */
export function figuresOf(findings: readonly Finding[]): ReportedFigure[] {
  return findings.flatMap((finding) => finding.figures);
}
