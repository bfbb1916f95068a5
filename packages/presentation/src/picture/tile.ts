import { formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { groups } from '../palette/palette.ts';
import type { LaidTile } from '../skyline/layout.ts';
import { fitText, textWidth } from '../skyline/text.ts';
import { type Pen, round } from './pen.ts';

/** One model of one provider, wherever a layout has put it. */
export function drawTile({ tile, x, y, width, height, text: says }: LaidTile, pen: Pen): void {
  const { text, rect, push, colors, language, theme } = pen;
  const look = groups[tile.group];
  const { fill, text: ink } = look[theme];
  rect(
    x,
    y,
    width,
    height,
    fill,
    ` rx="3"${tile.group === 'unknown' ? ` stroke="${colors.lineStrong}" stroke-dasharray="4 3"` : ''}`,
  );
  if (tile.confidence.level === 'low') push(hatch(x, y, width, height, ink));
  const rank = tile.opportunity?.rank ?? null;
  if (rank !== null)
    push(
      `<rect x="${round(x + 1.5)}" y="${round(y + 1.5)}" width="${round(Math.max(0, width - 3))}" height="${round(Math.max(0, height - 3))}" fill="none" stroke="${colors.mark}" stroke-width="3" rx="2"/>`,
    );
  else if ((tile.opportunity?.valuePerYear ?? 0) > 0 && height > 20 && width > 24)
    push(`<path d="M${round(x + width - 12)} ${round(y)}h12v12z" fill="${colors.mark}"/>`);
  if (says === 'glyph')
    text(x + width / 2 - 4, y + height / 2 + 4, look.glyph, { size: 11, fill: ink, bold: true });
  if (says !== 'full' && says !== 'compact') return;
  text(x + 9, y + 17, fitText(tile.modelName[language], width - 16, 12, false), { size: 12, fill: ink });
  if (height < 42) return;
  const large = says === 'full' && height >= 90 && width >= 120;
  const size = large ? 20 : 13;
  text(
    x + 9,
    y + (large ? 42 : 35),
    fitText(formatTokens(tile.tokensPerYear.mid, language).text, width - 14, size, true),
    { size, fill: ink, bold: true },
  );
  if (width > 120)
    text(x + width - 9, y + (large ? 42 : 35), formatPercent(tile.share, language), {
      size: 11.5,
      fill: ink,
      end: true,
    });
  if (rank !== null && height > 84)
    drawBadge(x, y + height, rank, tile.opportunity?.valuePerYear ?? 0, width, pen);
}

function drawBadge(
  x: number,
  bottom: number,
  rank: number,
  value: number,
  width: number,
  { text, rect, push, colors, language }: Pen,
): void {
  const label = width > 110 ? formatMoney(value, language).text : '';
  rect(
    x + 10,
    bottom - 30,
    26 + (label === '' ? 0 : textWidth(label, 11.5, true) + 8),
    20,
    colors.mark,
    ' rx="3"',
  );
  push(`<circle cx="${round(x + 23)}" cy="${round(bottom - 20)}" r="7.5" fill="#10201C"/>`);
  text(x + 20, bottom - 16, String(rank), { size: 10.5, fill: '#FFFFFF', bold: true });
  if (label !== '') text(x + 36, bottom - 16, label, { size: 11.5, fill: colors.markInk, bold: true });
}

/** Diagonal lines inside a box, each cut to it: patterns and clips are not understood everywhere. */
function hatch(x: number, y: number, width: number, height: number, stroke: string): string {
  const lines: string[] = [];
  for (let offset = -height + 9; offset < width; offset += 9) {
    const fromX = Math.max(0, offset);
    const fromY = Math.max(0, -offset);
    const run = Math.min(width - fromX, height - fromY);
    if (run > 0) lines.push(`M${round(x + fromX)} ${round(y + fromY)}l${round(run)} ${round(run)}`);
  }
  return `<path d="${lines.join('')}" stroke="${stroke}" stroke-opacity="0.22" stroke-width="1.2" fill="none"/>`;
}
