import type { BattleMap, Tile, UseCaseColumn } from '@tokenholic/contracts';
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { type Box, columnOrder, type LaidTile, stackOrder, tileText } from '../skyline/layout.ts';

export interface LaidBlock extends Box {
  useCase: UseCaseColumn;
  /** There is room for the name above the tiles. */
  headed: boolean;
  tiles: LaidTile[];
}

export interface TreemapLayout {
  blocks: LaidBlock[];
  width: number;
  height: number;
}

type Node =
  | { kind: 'map'; useCases: Node[] }
  | { kind: 'use_case'; useCase: UseCaseColumn }
  | { kind: 'tile'; tile: Tile };

const HEADING = 22;
const BLOCK_GAP = 6;
const TILE_GAP = 2;
/** Below this a block has no room for its heading, and its tiles fill it. */
const HEADED = 64;

/** Use cases as blocks, models as tiles in them: area within a block is proportional to tokens, blocks among each other likewise but for their headings. */
export function layoutTreemap(
  map: Pick<BattleMap, 'useCases'>,
  { width, height }: { width: number; height: number },
): TreemapLayout {
  const root = hierarchy<Node>(
    {
      kind: 'map',
      useCases: columnOrder(map.useCases).map((useCase) => ({ kind: 'use_case', useCase })),
    },
    childrenOf,
  ).sum((node) => (node.kind === 'tile' ? node.tile.tokensPerYear.mid : 0));
  const laid = treemap<Node>()
    .tile(treemapSquarify)
    .size([width, height])
    .paddingInner((node) => (node.depth === 0 ? BLOCK_GAP : TILE_GAP))
    .paddingTop((node) => (node.depth === 1 && hasHeading(node) ? HEADING : 0))(root);
  const blocks = (laid.children ?? []).flatMap((block) => {
    if (block.data.kind !== 'use_case') return [];
    const tiles = (block.children ?? []).flatMap((leaf) =>
      leaf.data.kind === 'tile' ? [tileAt(leaf.data.tile, boxOf(leaf))] : [],
    );
    return [{ ...boxOf(block), useCase: block.data.useCase, headed: hasHeading(block), tiles }];
  });
  return { blocks, width, height };
}

function childrenOf(node: Node): Node[] | null {
  if (node.kind === 'map') return node.useCases;
  if (node.kind === 'tile') return null;
  return stackOrder(node.useCase.tiles).map((tile) => ({ kind: 'tile', tile }));
}

interface Corners {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const hasHeading = ({ x0, y0, x1, y1 }: Corners): boolean => x1 - x0 >= HEADED && y1 - y0 >= HEADED;

const boxOf = ({ x0, y0, x1, y1 }: Corners): Box => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 });

function tileAt(tile: Tile, box: Box): LaidTile {
  return { ...box, tile, text: tileText(box.width, box.height) };
}
