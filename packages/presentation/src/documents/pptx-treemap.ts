import type { BattleMap } from '@tokenholic/contracts';
import { formatTokens } from '../format/tokens.ts';
import { fitText } from '../skyline/text.ts';
import { layoutTreemap } from '../treemap/layout-treemap.ts';
import { treemapBoard } from '../treemap/treemap-board.ts';
import { type DeckPen, HEIGHT, MARGIN, type Slide, WIDTH } from './pptx-pen.ts';
import { drawLegend, drawSticker, drawTile } from './pptx-tile.ts';

const TOP = 126;
const BOTTOM = 52;
const CORNER = { x: MARGIN, y: TOP };

/** The treemap in native shapes, as it is on the screen. */
export function drawTreemap(map: BattleMap, slide: Slide, pen: DeckPen): void {
  const { language, colors } = pen;
  drawLegend(map, slide, pen);
  const layout = layoutTreemap(map, { width: WIDTH - 2 * MARGIN, height: HEIGHT - TOP - BOTTOM });
  for (const { useCase, tiles, headed, x, y, width } of layout.blocks) {
    for (const laid of tiles) drawTile(laid, CORNER, slide, pen);
    const heading = `${useCase.name[language]}  ${formatTokens(useCase.tokensPerYear.mid, language).text}`;
    if (headed)
      pen.text(slide, fitText(heading, width, 12, true), {
        ...{ x: MARGIN + x, y: TOP + y, w: width, h: 20, size: 12, bold: true, color: colors.ink },
      });
  }
  const pins = treemapBoard(layout);
  for (const sticker of map.stickers ?? []) drawSticker(sticker, pins, CORNER, slide, pen);
}
