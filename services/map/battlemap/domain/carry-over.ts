import type { Tile, UseCaseColumn } from '@tokenholic/contracts';
import type { MapContent } from './content.ts';

/**
 * A number that a person set stays on the map when the next research does not find its model again: the tile is carried
 * over as added by hand, so that the edit has its place. What nobody touched goes.
 */
export function carryOverEdited(previous: MapContent, next: MapContent): MapContent {
  return previous.useCases.reduce((content, column) => {
    const found = new Set(content.useCases.flatMap((item) => item.tiles.map((tile) => tile.key)));
    const kept = column.tiles.filter(
      (tile) => tile.override !== null && tile.generatedTokensPerYear !== null && !found.has(tile.key),
    );
    return kept.length === 0 ? content : addTo(content, column, kept.map(asAdded));
  }, next);
}

/** As it was generated; the replayed edit sets the person's number again. */
function asAdded(tile: Tile): Tile {
  return {
    ...tile,
    origin: 'added',
    override: null,
    tokensPerYear: tile.generatedTokensPerYear ?? tile.tokensPerYear,
  };
}

function addTo(content: MapContent, column: UseCaseColumn, tiles: readonly Tile[]): MapContent {
  const known = content.useCases.some((item) => item.key === column.key);
  const useCases = known
    ? content.useCases.map((item) =>
        item.key === column.key ? { ...item, tiles: [...item.tiles, ...tiles] } : item,
      )
    : [...content.useCases, { ...column, origin: 'added' as const, notes: [], tiles: [...tiles] }];
  return { ...content, useCases };
}
