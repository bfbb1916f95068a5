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
