import type { ClientFilter } from '@tokenholic/contracts';

export const EVERYBODY: ClientFilter = {
  search: '',
  stage: null,
  industry: null,
  health: null,
  waiting: false,
  order: 'attention',
};

/** Whether two filters show the same, so that the view in force can be marked. */
export function sameFilter(a: ClientFilter, b: ClientFilter): boolean {
  return (
    a.search.trim() === b.search.trim() &&
    a.stage === b.stage &&
    a.industry === b.industry &&
    a.health === b.health &&
    a.waiting === b.waiting &&
    a.order === b.order
  );
}

/** Whether anything beside search and stage narrows the list. */
export function isNarrowed({ industry, health, waiting }: ClientFilter): boolean {
  return industry !== null || health !== null || waiting;
}

/** The client above or below the chosen one; from nowhere, the first. */
export function neighbour(
  ids: readonly string[],
  chosen: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  return at < 0 ? ids[0] : (ids[at + step] ?? ids[at]);
}
