import type { BattleMap, LocalizedText } from '@tokenholic/contracts';

export const SCENARIOS = ['low', 'base', 'high'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** What the future is computed from. All are ratios: 0.1 = 10 %. */
export interface Assumptions {
  /** Multiplies each use case's growth rate in the base scenario. */
  growth: number;
  /** How far the low and the high scenario lie from the base: 0.5 = half and one and a half of the growth. */
  spread: number;
  /** Part of a year's growth rate that the next year keeps: growth fades. */
  persistence: number;
  /** How much list prices fall a year. */
  priceFall: number;
  /** Negotiated discount on the list price. */
  discount: number;
  /** Part of the volume under a commitment, and the further discount on it. */
  committed: number;
  commitmentDiscount: number;
}

/** As on the map: growth at its published rate, fading to six tenths each year, list prices. */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  growth: 1,
  spread: 0.5,
  persistence: 0.6,
  priceFall: 0,
  discount: 0,
  committed: 0,
  commitmentDiscount: 0,
};

export interface ProjectedYear {
  year: number;
  /** Token equivalents a year. */
  tokens: Record<Scenario, number>;
  /** CNY a year at the assumed prices; tiles without a known price are not in it. */
  valueCny: Record<Scenario, number>;
}

export interface ProjectedUseCase {
  key: string;
  name: LocalizedText;
  growthPerYear: number;
  years: ProjectedYear[];
}

export interface Projection {
  years: ProjectedYear[];
  useCases: ProjectedUseCase[];
  cnyPerUsd: number;
  rateAsOf: string;
}

/** Tokens and value of each use case and of all, `count` years ahead; year 0 is the map's own. */
export function projectMap(map: BattleMap, assumptions: Assumptions, count: number): Projection {
  const first = Number(map.generatedAt.slice(0, 4));
  const useCases = map.useCases.map(({ key, name, growthPerYear, tiles, tokensPerYear }) => ({
    key,
    name,
    growthPerYear,
    years: Array.from({ length: count + 1 }, (_, index) => {
      const paid = priceFactor(assumptions, index);
      const value = tiles.reduce((sum, tile) => sum + (tile.valuePerYear?.mid ?? 0), 0);
      const times = (scenario: Scenario) => growthFactor(growthPerYear, scenario, assumptions, index);
      return {
        year: first + index,
        tokens: each((scenario) => tokensPerYear.mid * times(scenario)),
        valueCny: each((scenario) => value * times(scenario) * paid),
      };
    }),
  }));
  const years = Array.from({ length: count + 1 }, (_, index) => ({
    year: first + index,
    tokens: each((scenario) => sumOf(useCases, index, ({ tokens }) => tokens[scenario])),
    valueCny: each((scenario) => sumOf(useCases, index, ({ valueCny }) => valueCny[scenario])),
  }));
  return { years, useCases, cnyPerUsd: map.exchangeRate.cnyPerUsd, rateAsOf: map.exchangeRate.asOf };
}

function each(make: (scenario: Scenario) => number): Record<Scenario, number> {
  return { low: make('low'), base: make('base'), high: make('high') };
}

function sumOf(
  useCases: readonly ProjectedUseCase[],
  index: number,
  pick: (year: ProjectedYear) => number,
): number {
  return useCases.reduce((sum, { years }) => {
    const year = years[index];
    return year === undefined ? sum : sum + pick(year);
  }, 0);
}

/** Product of the years' growth: each year keeps a part of the rate of the one before. Volume never falls below nothing. */
export function growthFactor(
  rate: number,
  scenario: Scenario,
  { growth, spread, persistence }: Assumptions,
  years: number,
): number {
  const lean = { low: 1 - spread, base: 1, high: 1 + spread }[scenario];
  let factor = 1;
  // A shrinking use shrinks more in the low scenario, not less.
  const scaled = rate >= 0 ? rate * growth * lean : rate * growth * (2 - lean);
  for (let year = 0; year < years; year += 1) factor *= Math.max(0, 1 + scaled * persistence ** year);
  return factor;
}

/** Part of today's list price that is paid in a year. */
export function priceFactor(
  { priceFall, discount, committed, commitmentDiscount }: Assumptions,
  years: number,
): number {
  return (1 - priceFall) ** years * (1 - discount) * (1 - committed * commitmentDiscount);
}
