import type { BattleMap, Sticker } from '@tokenholic/contracts';
import { formatGrowth, formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { groups } from '../palette/palette.ts';
import {
  fitToWidth,
  type LaidColumn,
  type LaidTile,
  layoutColumns,
  type SkylineLayout,
} from '../skyline/layout.ts';
import { STICKER, STICKER_INK, stickerBox, stickerPaper } from '../skyline/stickers.ts';
import { type DeckPen, HEIGHT, MARGIN, type Slide, WIDTH } from './pptx-pen.ts';

const TOP = 130;
const BOTTOM = 48;
const LABEL_BELOW = 64;

/** The same skyline as on the screen, each tile a shape with its text: it can be moved, recoloured and rewritten. */
export function drawSkyline(map: BattleMap, slide: Slide, pen: DeckPen): void {
  drawLegend(map, slide, pen);
  const board = { width: WIDTH - 2 * MARGIN - 12, height: HEIGHT - TOP - BOTTOM };
  const layout = fitToWidth(layoutColumns(map, board), board.width);
  for (const column of layout.columns) drawColumn(column, board.height, slide, pen);
  for (const sticker of map.stickers ?? []) drawSticker(sticker, layout, slide, pen);
}

function drawSticker(sticker: Sticker, layout: SkylineLayout, slide: Slide, pen: DeckPen): void {
  const { x, y, width, height } = stickerBox(layout, sticker);
  slide.addText(sticker.text, {
    ...pen.box({
      ...{ x: MARGIN + x, y: TOP + y, w: width, h: height },
      ...{ size: STICKER.size, color: STICKER_INK, top: true },
    }),
    shape: 'rect',
    margin: 5,
    fill: { color: stickerPaper[sticker.color].slice(1) },
    shadow: { type: 'outer', color: '10201C', opacity: 0.25, blur: 3, offset: 2, angle: 60 },
  });
}

function drawLegend(map: BattleMap, slide: Slide, pen: DeckPen): void {
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

function drawColumn(column: LaidColumn, height: number, slide: Slide, pen: DeckPen): void {
  const { language, colors } = pen;
  const { useCase, whisker } = column;
  const x = MARGIN + column.x;
  const w = column.width;
  for (const laid of column.tiles) drawTile(laid, slide, pen);
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
  pen.text(slide, useCase.name[language], {
    ...{ x, y: baseline + 12, w: w + 8, h: 20, size: 12, bold: true, color: colors.ink },
  });
  pen.text(slide, formatTokens(useCase.tokensPerYear.mid, language).text, {
    ...{ x, y: baseline + 32, w: w + 8, h: 18, size: 12, color: colors.ink },
  });
}

function drawTile(laid: LaidTile, slide: Slide, pen: DeckPen): void {
  const { theme, colors } = pen;
  const { tile } = laid;
  const look = groups[tile.group];
  const { fill, text: ink } = look[theme];
  const rank = tile.opportunity?.rank ?? null;
  const isDoubtful = tile.confidence.level === 'low';
  const says = textOf(laid, rank, pen);
  slide.addText(says, {
    ...pen.box({
      ...{ x: MARGIN + laid.x, y: TOP + laid.y, w: laid.width, h: laid.height },
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
