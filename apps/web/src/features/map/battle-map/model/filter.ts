import type { ProviderGroup, Tile } from '@tokenholic/contracts';

export interface Filter {
  groups: ReadonlySet<ProviderGroup>;
  onlyOpportunities: boolean;
}

export const NO_FILTER: Filter = { groups: new Set(), onlyOpportunities: false };

export function isFiltering(filter: Filter): boolean {
  return filter.groups.size > 0 || filter.onlyOpportunities;
}

/** A tile that the filter is not about is dimmed, not hidden: the picture keeps its proportions. */
export function isDimmed(tile: Tile, filter: Filter): boolean {
  if (!isFiltering(filter)) return false;
  const otherGroup = filter.groups.size > 0 && !filter.groups.has(tile.group);
  const noOpportunity = filter.onlyOpportunities && (tile.opportunity?.valuePerYear ?? 0) <= 0;
  return otherGroup || noOpportunity;
}

export function toggleGroup(filter: Filter, group: ProviderGroup): Filter {
  const groups = new Set(filter.groups);
  if (!groups.delete(group)) groups.add(group);
  return { ...filter, groups };
}
