import type { BattleMap, ProviderGroup, Tile } from '@tokenholic/contracts';
import { columnOrder, groupOrder } from '@tokenholic/presentation';

export interface MatrixCell {
  tokens: number;
  share: number;
  value: number | null;
}

export interface MatrixRow {
  key: string;
  name: { zh: string; en: string };
  total: number;
  cells: (MatrixCell | null)[];
  tiles: Tile[];
}

export interface Matrix {
  groups: ProviderGroup[];
  rows: MatrixRow[];
}

/** The map as a table: a row a use case, a column a family of providers. */
export function toMatrix(
  map: Pick<BattleMap, 'useCases'> & { totals: Pick<BattleMap['totals'], 'shares'> },
): Matrix {
  const groups = groupOrder.filter((group) => map.totals.shares.some((share) => share.group === group));
  const rows = columnOrder(map.useCases).map(({ key, name, tiles, tokensPerYear }) => ({
    key,
    name,
    tiles,
    total: tokensPerYear.mid,
    cells: groups.map((group) => cellOf(tiles.filter((tile) => tile.group === group))),
  }));
  return { groups, rows };
}

function cellOf(tiles: readonly Tile[]): MatrixCell | null {
  if (tiles.length === 0) return null;
  const values = tiles.map((tile) => tile.valuePerYear?.mid ?? null);
  return {
    tokens: tiles.reduce((sum, tile) => sum + tile.tokensPerYear.mid, 0),
    share: tiles.reduce((sum, tile) => sum + tile.share, 0),
    // One unknown price makes the sum unknown.
    value: values.some((value) => value === null)
      ? null
      : values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  };
}
