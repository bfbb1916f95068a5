import type { BattleMap, Tile, UseCaseColumn } from '@tokenholic/contracts';

export type Step =
  | { kind: 'headline' }
  | { kind: 'all' }
  | { kind: 'opportunity'; column: UseCaseColumn; tile: Tile }
  | { kind: 'ask' };

/** A presentation of a map: the finding, the whole picture, each of the top opportunities, and what to ask for. */
export function stepsOf(map: BattleMap): Step[] {
  const ranked = map.useCases
    .flatMap((column) => column.tiles.map((tile) => ({ kind: 'opportunity' as const, column, tile })))
    .filter(({ tile }) => (tile.opportunity?.rank ?? null) !== null)
    .sort((a, b) => (a.tile.opportunity?.rank ?? 0) - (b.tile.opportunity?.rank ?? 0));
  return [
    { kind: 'headline' },
    { kind: 'all' },
    ...ranked,
    ...(ranked.length === 0 ? [] : [{ kind: 'ask' as const }]),
  ];
}
