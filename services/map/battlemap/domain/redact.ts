import type { BattleMap, ShareOptions, Tile } from '@tokenholic/contracts';

const NOTHING = { low: 0, mid: 0, high: 0 };

/** The map as somebody outside may see it: without notes and names, without prices or opportunities unless they were allowed. */
export function redactMap(
  map: BattleMap,
  { showValues, showOpportunities }: Omit<ShareOptions, 'version'>,
): BattleMap {
  const { totals } = map;
  return {
    ...map,
    notes: [],
    stickers: [],
    useCases: map.useCases.map((column) => ({
      ...column,
      notes: [],
      winnablePerYear: showOpportunities ? column.winnablePerYear : 0,
      tiles: column.tiles.map((tile) => redactTile(tile, showValues, showOpportunities)),
    })),
    totals: {
      ...totals,
      ...(showValues ? {} : { valuePerYear: NOTHING, unpricedShare: 1 }),
      ...(showOpportunities ? {} : { winnableTopThree: 0, ourShareAfterTopThree: totals.ourShare }),
    },
  };
}

function redactTile(tile: Tile, showValues: boolean, showOpportunities: boolean): Tile {
  return {
    ...tile,
    notes: [],
    override: null,
    opportunity: showOpportunities ? tile.opportunity : null,
    ...(showValues ? {} : { valuePerYear: null, price: null }),
  };
}
