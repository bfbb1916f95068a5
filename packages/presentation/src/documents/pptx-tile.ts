import type { BattleMap, Sticker } from '@tokenholic/contracts';
import { formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { groups } from '../palette/palette.ts';
import type { LaidTile } from '../skyline/layout.ts';
import {
  type PinBoard,
  type Point,
  STICKER,
  STICKER_INK,
  stickerBox,
  stickerPaper,
} from '../skyline/stickers.ts';
import { type DeckPen, MARGIN, type Slide } from './pptx-pen.ts';

/** One model as a shape with its text; the picture begins at a point of the slide. */
export function drawTile(laid: LaidTile, at: Point, slide: Slide, pen: DeckPen): void {
  const { theme, colors } = pen;
  const { tile } = laid;
  const look = groups[tile.group];
  const { fill, text: ink } = look[theme];
  const rank = tile.opportunity?.rank ?? null;
  const isDoubtful = tile.confidence.level === 'low';
  const says = textOf(laid, rank, pen);
  slide.addText(says, {
    ...pen.box({
      ...{ x: at.x + laid.x, y: at.y + laid.y, w: laid.width, h: laid.height },
      ...{
        size: laid.text === 'full' && laid.height >= 90 ? 14 : 11,
        color: ink,
        top: laid.text !== 'glyph',
      },
      align: laid.text === 'glyph' ? 'center' : 'left',
    }),
    shape: 'rect',
    margin: laid.text === 'glyph' || laid.text === 'none' ? 0 : [3, 5, 3, 5],
    // A hatch cannot be drawn natively: doubt shows as a lighter fill.
    fill: { color: fill.slice(1), transparency: isDoubtful ? 35 : 0 },
    line:
      rank === null
        ? { color: colors.paper.slice(1), width: 0.5 }
        : { color: colors.mark.slice(1), width: 2.5 },
  });
}

function textOf({ tile, text, height, width }: LaidTile, rank: number | null, { language }: DeckPen): string {
  if (text === 'none') return '';
  if (text === 'glyph') return groups[tile.group].glyph;
  const tokens = formatTokens(tile.tokensPerYear.mid, language).text;
  const lines = [tile.modelName[language]];
  if (height >= 42) lines.push(width > 120 ? `${tokens}  ${formatPercent(tile.share, language)}` : tokens);
  if (rank !== null && height >= 84 && tile.opportunity !== null)
    lines.push(`${rank}  ${formatMoney(tile.opportunity.valuePerYear, language).text}`);
  return lines.join('\n');
}

export function drawSticker(sticker: Sticker, board: PinBoard, at: Point, slide: Slide, pen: DeckPen): void {
  const { x, y, width, height } = stickerBox(board, sticker);
  slide.addText(sticker.text, {
    ...pen.box({
      ...{ x: at.x + x, y: at.y + y, w: width, h: height },
      ...{ size: STICKER.size, color: STICKER_INK, top: true },
    }),
    shape: 'rect',
    margin: 5,
    fill: { color: stickerPaper[sticker.color].slice(1) },
    shadow: { type: 'outer', color: '10201C', opacity: 0.25, blur: 3, offset: 2, angle: 60 },
  });
}

/** Whose colour is whose, with the shares. */
export function drawLegend(map: BattleMap, slide: Slide, pen: DeckPen): void {
  const { language, theme, colors } = pen;
  let x = MARGIN;
  for (const { group, share } of map.totals.shares) {
    const look = groups[group];
    const label = `${look.glyph}  ${look.name[language]} ${formatPercent(share, language)}`;
    pen.rect(slide, { x, y: 98, w: 14, h: 14, fill: look[theme].fill });
    pen.text(slide, label, { x: x + 20, y: 94, w: 170, h: 22, size: 13, color: colors.ink });
    x += language === 'zh' ? 150 : 178;
  }
}
