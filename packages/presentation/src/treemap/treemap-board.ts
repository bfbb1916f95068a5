import type { StickerPlace } from '@tokenholic/contracts';
import { type PinBoard, type Point, within } from '../skyline/stickers.ts';
import type { LaidBlock, TreemapLayout } from './layout-treemap.ts';

/** The treemap as a board for stickers: one that belongs to a use case stands inside its block, as far along and down as it stands over its column. */
export function treemapBoard({ blocks, width, height }: TreemapLayout): PinBoard {
  return {
    width,
    height,
    pinOf: ({ anchor, x, y }) => {
      const block = blocks.find(({ useCase }) => useCase.key === anchor) ?? { x: 0, y: 0, width, height };
      return {
        x: block.x + within(x, 0, 1) * block.width,
        y: block.y + within(y, 0, 1) * block.height,
      };
    },
    placeOf: (pin): StickerPlace => {
      const nearest = nearestBlock(blocks, pin);
      const box = nearest ?? { x: 0, y: 0, width, height };
      return {
        anchor: nearest?.useCase.key ?? null,
        x: within((pin.x - box.x) / box.width, 0, 1),
        y: within((pin.y - box.y) / box.height, 0, 1),
      };
    },
  };
}

/** The block below a point; the closest one for a point in the gaps between them. */
function nearestBlock(blocks: readonly LaidBlock[], { x, y }: Point): LaidBlock | null {
  const away = (block: LaidBlock) =>
    Math.hypot(x - within(x, block.x, block.x + block.width), y - within(y, block.y, block.y + block.height));
  return blocks.reduce<LaidBlock | null>(
    (best, block) => (best === null || away(block) < away(best) ? block : best),
    null,
  );
}
