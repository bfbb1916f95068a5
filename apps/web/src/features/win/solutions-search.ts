export interface SolutionsSearch {
  /** The solution that is open. */
  id?: string;
  /** One of its versions; without it the current one. */
  version?: number;
  /** Preset of a new one, from a tile or use case of the map. */
  useCase?: string;
  /** The tile of the map it is to replace. */
  tile?: string;
}

const number = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);

/** What the address says: which solution, which version, what a new one is for. */
export function readSolutionsSearch({
  id,
  version,
  useCase,
  tile,
}: Record<string, unknown>): SolutionsSearch {
  const wanted = number(version);
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(wanted === undefined ? {} : { version: wanted }),
    ...(typeof useCase === 'string' ? { useCase } : {}),
    ...(typeof tile === 'string' ? { tile } : {}),
  };
}
