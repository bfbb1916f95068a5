/** What may stand in the address of a map: version, form, and what it is filtered for. */
export interface MapSearch {
  version?: number;
  view?: 'treemap' | 'matrix';
  provider?: string;
  use?: string;
  confidence?: string;
  opportunity?: true;
}

/** Reads the address; what makes no sense in it is left out. */
export function readMapSearch(search: Record<string, unknown>): MapSearch {
  const version = Number(search.version);
  const { view, provider, use, confidence, opportunity } = search;
  return {
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(view === 'treemap' || view === 'matrix' ? { view } : {}),
    ...(typeof provider === 'string' ? { provider } : {}),
    ...(typeof use === 'string' ? { use } : {}),
    ...(typeof confidence === 'string' ? { confidence } : {}),
    ...(opportunity === true || opportunity === 'true' ? { opportunity: true } : {}),
  };
}

export interface CompareSearch {
  from?: number;
  to?: number;
}

/** Which two versions are compared; absent: the newest and the one before. */
export function readCompareSearch(search: Record<string, unknown>): CompareSearch {
  const version = (value: unknown) =>
    Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : null;
  const [from, to] = [version(search.from), version(search.to)];
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** Which passage the findings are opened at: `<page id>:<start>:<provider>`; absent: the surest finding. And a question to the stored pages. */
export function readFindingsSearch(search: Record<string, unknown>): { quote?: string; ask?: string } {
  return {
    ...(typeof search.quote === 'string' ? { quote: search.quote } : {}),
    ...(typeof search.ask === 'string' ? { ask: search.ask.slice(0, 300) } : {}),
  };
}

export const ASSUMPTION_NAMES = [
  ...(['growth', 'spread', 'persistence', 'priceFall'] as const),
  ...(['discount', 'committed', 'commitmentDiscount'] as const),
];
export type AssumptionSearch = Partial<Record<(typeof ASSUMPTION_NAMES)[number], number>>;

/** Assumptions that differ from the usual ones, as ratios in [0, 3]. */
export function readAssumptions(search: Record<string, unknown>): AssumptionSearch {
  const known = ASSUMPTION_NAMES.flatMap((name) => {
    const value = search[name] === undefined ? Number.NaN : Number(search[name]);
    return Number.isFinite(value) && value >= 0 && value <= 3 ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What the portfolio is narrowed, gathered and ranked by. `none` asks for clients without an industry or owner. */
export interface PortfolioSearch {
  text?: string | undefined;
  industry?: string | undefined;
  provider?: string | undefined;
  owner?: string | undefined;
  stage?: string | undefined;
  group?: 'industry' | 'provider' | 'owner' | 'stage' | undefined;
  by?: 'winnable' | 'tokens' | 'ours' | 'moved' | undefined;
}

export function readPortfolioSearch(search: Record<string, unknown>): PortfolioSearch {
  const texts = (['text', 'industry', 'provider', 'owner', 'stage'] as const).flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  const group = (['industry', 'provider', 'owner', 'stage'] as const).find((name) => name === search.group);
  const by = (['winnable', 'tokens', 'ours', 'moved'] as const).find((name) => name === search.by);
  return { ...Object.fromEntries(texts), ...(group && { group }), ...(by && { by }) };
}
