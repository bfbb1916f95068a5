import type { BattleMap } from '@tokenholic/contracts';
import { formatGrowth } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { type Pen, round } from '../picture/pen.ts';
import { drawSticker } from '../picture/sticker.ts';
import { drawTile } from '../picture/tile.ts';
import { fitToWidth, type LaidColumn, layoutColumns } from './layout.ts';
import { skylineBoard } from './stickers.ts';
import { fitText } from './text.ts';
import { pictureWords } from './words.ts';

/** The columns with their stickers. Gives back where the sky is free for figures, or null. */
export function drawSkyline(
  map: BattleMap,
  board: { width: number; height: number },
  pen: Pen,
): { x: number } | null {
  const layout = fitToWidth(layoutColumns(map, board), board.width);
  for (const column of layout.columns) drawColumn(column, board.height, pen);
  const pins = skylineBoard(layout);
  for (const sticker of map.stickers ?? []) drawSticker(sticker, pins, pen);
  return layout.sky;
}

const LABEL_BELOW = 64;

function drawColumn(column: LaidColumn, height: number, pen: Pen): void {
  const { text, rect, push, colors, language } = pen;
  const { useCase, x, y, width, whisker } = column;
  for (const laid of column.tiles) drawTile(laid, pen);
  if (whisker !== null) {
    push(
      `<path d="M${round(whisker.at)} ${round(whisker.high)}V${round(whisker.low)}M${round(whisker.at - 2.5)} ${round(whisker.high)}h5M${round(whisker.at - 2.5)} ${round(whisker.low)}h5" stroke="${colors.ink3}" fill="none"/>`,
    );
  }
  const baseline = height - LABEL_BELOW;
  rect(x, baseline + 8, width, 2, colors.ink);
  if (width < 40) return;
  text(x, y - 10, formatGrowth(useCase.growthPerYear), {
    size: 11.5,
    fill: useCase.growthPerYear >= 1 ? colors.ok : colors.ink2,
  });
  if (width > 130 && useCase.winnablePerYear > 0) {
    const words = pictureWords[language];
    text(x + width - 4, y - 10, words.win(formatMoney(useCase.winnablePerYear, language).text), {
      size: 11.5,
      fill: colors.ink3,
      end: true,
    });
  }
  text(x, baseline + 28, fitText(useCase.name[language], width, 13, true), {
    size: 13,
    fill: colors.ink,
    bold: true,
  });
  text(x, baseline + 48, fitText(formatTokens(useCase.tokensPerYear.mid, language).text, width, 13, false), {
    size: 13,
    fill: colors.ink,
  });
}
