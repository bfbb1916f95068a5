import type { BattleMap, Tile, UseCaseColumn } from '@tokenholic/contracts';

/** What the inspector shows. Keys stay the same over edits and versions, so it stays open. */
export type Selection = { kind: 'tile'; key: string } | { kind: 'use_case'; key: string };

export interface Selected {
  column: UseCaseColumn;
  tile: Tile | null;
}

export function findSelected(map: BattleMap, selection: Selection | null): Selected | null {
  if (selection === null) return null;
  for (const column of map.useCases) {
    if (selection.kind === 'use_case' && column.key === selection.key) return { column, tile: null };
    const tile =
      selection.kind === 'tile' ? column.tiles.find((item) => item.key === selection.key) : undefined;
    if (tile !== undefined) return { column, tile };
  }
  return null;
}
