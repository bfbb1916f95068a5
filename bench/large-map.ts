import type { BattleMap } from '@tokenholic/contracts';

/** A map of so many use cases: those it has come again, each time smaller, with models and passages of their own. */
export function withUseCases(map: BattleMap, count: number): BattleMap {
  const useCases = Array.from({ length: count }, (_, index) => {
    const column = map.useCases[index % map.useCases.length];
    if (column === undefined) throw new Error('The map has no use cases');
    const scale = 1 / (1 + index / 8);
    const times = <T extends { low: number; mid: number; high: number }>(range: T) => ({
      low: range.low * scale,
      mid: range.mid * scale,
      high: range.high * scale,
    });
    return {
      ...column,
      key: `${column.key}-${index}`,
      tokensPerYear: times(column.tokensPerYear),
      tiles: column.tiles.map((tile) => ({
        ...tile,
        key: `${tile.key}-${index}`,
        tokensPerYear: times(tile.tokensPerYear),
      })),
    };
  });
  return { ...map, useCases };
}
