import type { BattleMap, ConfidenceLevel, ProviderGroup, Tile } from '@tokenholic/contracts';
import { groupOrder } from '@tokenholic/presentation';
import type { MapSearch } from '../../map-search';

/** What the picture is to be about. An empty list asks for nothing in particular. */
export interface Filter {
  groups: readonly ProviderGroup[];
  /** Keys of use cases. */
  useCases: readonly string[];
  confidence: readonly ConfidenceLevel[];
  onlyOpportunities: boolean;
}

export const CONFIDENCE_LEVELS: readonly ConfidenceLevel[] = ['high', 'medium', 'low'];

export const NO_FILTER: Filter = { groups: [], useCases: [], confidence: [], onlyOpportunities: false };

export function isFiltering(filter: Filter): boolean {
  const { groups, useCases, confidence, onlyOpportunities } = filter;
  return onlyOpportunities || groups.length + useCases.length + confidence.length > 0;
}

/** A tile that the filter is not about is dimmed, not hidden: the picture keeps its proportions. */
export function isDimmed(tile: Tile, useCaseKey: string, filter: Filter): boolean {
  const isOutside = <T>(wanted: readonly T[], value: T) => wanted.length > 0 && !wanted.includes(value);
  return (
    isOutside(filter.groups, tile.group) ||
    isOutside(filter.useCases, useCaseKey) ||
    isOutside(filter.confidence, tile.confidence.level) ||
    (filter.onlyOpportunities && (tile.opportunity?.valuePerYear ?? 0) <= 0)
  );
}

/** The map without what the filter is not about: for tables, where a dimmed line would only be in the way. */
export function onlyMatching(map: BattleMap, filter: Filter): BattleMap {
  if (!isFiltering(filter)) return map;
  const useCases = map.useCases
    .map((column) => ({
      ...column,
      tiles: column.tiles.filter((tile) => !isDimmed(tile, column.key, filter)),
    }))
    .filter(({ tiles }) => tiles.length > 0);
  return { ...map, useCases };
}

/** Adds a value, or takes it away when it is there. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/** A filter as it stands in the address, so that a view can be sent to somebody. */
type FilterSearch = Pick<MapSearch, 'provider' | 'use' | 'confidence' | 'opportunity'>;

const SEPARATOR = ',';

export function filterToSearch({ groups, useCases, confidence, onlyOpportunities }: Filter): FilterSearch {
  return {
    ...(groups.length > 0 ? { provider: groups.join(SEPARATOR) } : {}),
    ...(useCases.length > 0 ? { use: useCases.join(SEPARATOR) } : {}),
    ...(confidence.length > 0 ? { confidence: confidence.join(SEPARATOR) } : {}),
    ...(onlyOpportunities ? { opportunity: true } : {}),
  };
}

/** Reads a filter from an address; what it does not know is left out. */
export function filterFromSearch(search: FilterSearch): Filter {
  const parts = (value: string | undefined) => (value ?? '').split(SEPARATOR).filter((part) => part !== '');
  return {
    groups: known(groupOrder, parts(search.provider)),
    useCases: parts(search.use),
    confidence: known(CONFIDENCE_LEVELS, parts(search.confidence)),
    onlyOpportunities: search.opportunity === true,
  };
}

function known<T extends string>(values: readonly T[], wanted: readonly string[]): T[] {
  return values.filter((value) => wanted.includes(value));
}
