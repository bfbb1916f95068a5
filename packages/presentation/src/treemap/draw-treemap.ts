import type { BattleMap } from '@tokenholic/contracts';
import { formatTokens } from '../format/tokens.ts';
import type { Pen } from '../picture/pen.ts';
import { drawSticker } from '../picture/sticker.ts';
import { drawTile } from '../picture/tile.ts';
import { fitText, textWidth } from '../skyline/text.ts';
import { layoutTreemap } from './layout-treemap.ts';
import { treemapBoard } from './treemap-board.ts';

const NAME = { size: 13, top: 16, gap: 12 };

/** Use cases as blocks with their models in them, and the stickers. */
export function drawTreemap(map: BattleMap, board: { width: number; height: number }, pen: Pen): void {
  const { text, colors, language } = pen;
  const layout = layoutTreemap(map, board);
  for (const { useCase, tiles, headed, x, y, width } of layout.blocks) {
    for (const laid of tiles) drawTile(laid, pen);
    if (!headed) continue;
    const name = fitText(useCase.name[language], width, NAME.size, true);
    text(x, y + NAME.top, name, { size: NAME.size, fill: colors.ink, bold: true });
    const tokens = formatTokens(useCase.tokensPerYear.mid, language).text;
    const at = textWidth(name, NAME.size, true) + NAME.gap;
    if (at + textWidth(tokens, NAME.size, false) <= width)
      text(x + at, y + NAME.top, tokens, { size: NAME.size, fill: colors.ink3 });
  }
  const pins = treemapBoard(layout);
  for (const sticker of map.stickers ?? []) drawSticker(sticker, pins, pen);
}
