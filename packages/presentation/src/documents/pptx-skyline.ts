import type { BattleMap } from '@tokenholic/contracts';
import { formatGrowth } from '../format/quantities.ts';
import { formatTokens } from '../format/tokens.ts';
import { fitToWidth, type LaidColumn, layoutColumns } from '../skyline/layout.ts';
import { skylineBoard } from '../skyline/stickers.ts';
import { fitText } from '../skyline/text.ts';
import { type DeckPen, HEIGHT, MARGIN, type Slide, WIDTH } from './pptx-pen.ts';
import { drawLegend, drawSticker, drawTile } from './pptx-tile.ts';

const TOP = 130;
const BOTTOM = 48;
const LABEL_BELOW = 64;
const CORNER = { x: MARGIN, y: TOP };

/** The same skyline as on the screen, each tile a shape with its text: it can be moved, recoloured and rewritten. */
export function drawSkyline(map: BattleMap, slide: Slide, pen: DeckPen): void {
  drawLegend(map, slide, pen);
  const board = { width: WIDTH - 2 * MARGIN - 12, height: HEIGHT - TOP - BOTTOM };
  const layout = fitToWidth(layoutColumns(map, board), board.width);
  for (const column of layout.columns) drawColumn(column, board.height, slide, pen);
  const pins = skylineBoard(layout);
  for (const sticker of map.stickers ?? []) drawSticker(sticker, pins, CORNER, slide, pen);
}

function drawColumn(column: LaidColumn, height: number, slide: Slide, pen: DeckPen): void {
  const { language, colors } = pen;
  const { useCase, whisker } = column;
  const x = MARGIN + column.x;
  const w = column.width;
  for (const laid of column.tiles) drawTile(laid, CORNER, slide, pen);
  if (whisker !== null)
    pen.rect(slide, {
      ...{ x: MARGIN + whisker.at, y: TOP + whisker.high, w: 1.5 },
      ...{ h: Math.max(1, whisker.low - whisker.high), fill: colors.ink3 },
    });
  const baseline = TOP + height - LABEL_BELOW;
  pen.rect(slide, { x, y: baseline + 8, w, h: 2, fill: colors.ink });
  if (w < 40) return;
  pen.text(slide, formatGrowth(useCase.growthPerYear), {
    ...{ x, y: TOP + column.y - 20, w, h: 16, size: 11 },
    color: useCase.growthPerYear >= 1 ? colors.ok : colors.ink2,
  });
  pen.text(slide, fitText(useCase.name[language], w, 12, true), {
    ...{ x, y: baseline + 12, w: w + 12, h: 20, size: 12, bold: true, color: colors.ink },
  });
  pen.text(slide, formatTokens(useCase.tokensPerYear.mid, language).text, {
    ...{ x, y: baseline + 32, w: w + 12, h: 18, size: 12, color: colors.ink },
  });
}
