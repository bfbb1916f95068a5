import type { BattleMap, Language, Sticker } from '@tokenholic/contracts';
import { formatGrowth, formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { groups, type Theme, themeColors } from '../palette/palette.ts';
import {
  fitToWidth,
  headlineParts,
  type LaidColumn,
  type LaidTile,
  layoutColumns,
  type SkylineLayout,
} from './layout.ts';
import { STICKER, STICKER_INK, stickerBox, stickerPaper } from './stickers.ts';
import { fitText, textWidth } from './text.ts';
import { pictureWords } from './words.ts';

export interface PictureOptions {
  language: Language;
  theme: Theme;
  width?: number;
  height?: number;
  /** Family of the font that is embedded or installed where the picture is drawn. */
  fontFamily?: string;
}

export function escapeXml(text: string): string {
  // Control characters are not allowed in XML at all.
  const printable = [...text]
    .filter((character) => character >= ' ' || character === '\n' || character === '\t')
    .join('');
  return printable
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

interface TextStyle {
  size: number;
  fill: string;
  bold?: boolean;
  end?: boolean;
}

const MARGIN = 40;
const HEAD = 168;
const FOOT = 34;

/** The whole picture as one standalone SVG: headline, legend, figures, skyline and where it comes from. */
export function renderSkylineSvg(map: BattleMap, options: PictureOptions): string {
  const { language, theme, width = 1_440, height = 900 } = options;
  const colors = themeColors[theme];
  const family = options.fontFamily ?? 'Geist, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';
  const parts: string[] = [];
  const text = (
    x: number,
    y: number,
    value: string,
    { size, fill, bold = false, end = false }: TextStyle,
  ) => {
    parts.push(
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}${end ? ' text-anchor="end"' : ''}>${escapeXml(value)}</text>`,
    );
  };
  const rect = (x: number, y: number, w: number, h: number, fill: string, extra = '') => {
    parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}"${extra}/>`,
    );
  };
  const pen: Pen = { text, rect, push: (part) => parts.push(part), colors, language, theme };

  drawHead(map, pen);
  const board = { width: width - 2 * MARGIN - 12, height: height - HEAD - FOOT };
  const layout = fitToWidth(layoutColumns(map, board), board.width);
  parts.push(`<g transform="translate(${MARGIN} ${HEAD})">`);
  for (const column of layout.columns) drawColumn(column, board.height, pen);
  for (const sticker of map.stickers ?? []) drawSticker(sticker, layout, pen);
  parts.push('</g>');
  drawFigures(
    map,
    pen,
    layout.sky === null ? { x: width - MARGIN - 600, y: 34 } : { x: MARGIN + layout.sky.x, y: HEAD + 6 },
  );
  drawFoot(map, pen, height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(family)}" role="img" aria-label="${escapeXml(map.headline.text[language])}">`,
    `<rect width="${width}" height="${height}" fill="${colors.paper}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

interface Pen {
  text: (x: number, y: number, value: string, style: TextStyle) => void;
  rect: (x: number, y: number, w: number, h: number, fill: string, extra?: string) => void;
  push: (part: string) => void;
  colors: Record<keyof (typeof themeColors)['light'], string>;
  language: Language;
  theme: Theme;
}

const round = (value: number) => Math.round(value * 100) / 100;

function drawHead(map: BattleMap, { text, rect, colors, language, theme }: Pen): void {
  const size = 27;
  let x = MARGIN;
  for (const part of headlineParts(map.headline.text[language], map.headline.highlight[language])) {
    const width = textWidth(part.text, size, true);
    if (part.marked) rect(x - 4, 40, width + 10, 38, colors.mark, ' rx="2"');
    text(x, 69, part.text, { size, fill: part.marked ? colors.markInk : colors.ink, bold: true });
    x += width + (part.marked ? 8 : 0);
  }
  const words = pictureWords[language];
  text(MARGIN, 100, map.basis === 'industry_benchmark' ? words.benchmark : words.subline, {
    size: 13,
    fill: colors.ink2,
  });
  let at = MARGIN;
  for (const { group, share } of map.totals.shares) {
    const look = groups[group];
    const label = `${look.name[language]} ${formatPercent(share, language)}`;
    rect(at, 121, 16, 16, look[theme].fill, ' rx="3"');
    text(at + 4.5, 133, look.glyph, { size: 10, fill: look[theme].text, bold: true });
    text(at + 23, 134, label, { size: 13, fill: colors.ink });
    at += 23 + textWidth(label, 13, false) + 22;
  }
}

function drawFigures(
  map: BattleMap,
  { text, rect, colors, language }: Pen,
  at: { x: number; y: number },
): void {
  const { totals } = map;
  const words = pictureWords[language];
  const money = (value: number) => formatMoney(value, language).text;
  const figures = [
    {
      label: words.competitors,
      value: formatPercent(totals.competitorShare, language),
      note: words.selfHosted(formatPercent(totals.selfHostedShare, language)),
    },
    // Nothing is priced: a sum of nothing would read as free.
    totals.unpricedShare > 0.995
      ? { label: words.value, value: '–', note: words.table.unknown }
      : {
          label: words.value,
          value: money(totals.valuePerYear.mid),
          note: `${money(totals.valuePerYear.low)} – ${money(totals.valuePerYear.high)}`,
        },
    {
      label: words.winnable,
      value: money(totals.winnableTopThree),
      note: words.reach(formatPercent(totals.ourShareAfterTopThree, language)),
    },
  ];
  let x = at.x;
  for (const [index, { label, value, note }] of figures.entries()) {
    const width = textWidth(value, 38, true);
    rect(x, at.y, 2, 88, colors.ink);
    text(x + 16, at.y + 13, label, { size: 13, fill: colors.ink2 });
    if (index === 2) rect(x + 11, at.y + 20, width + 12, 46, colors.mark, ' rx="3"');
    text(x + 16, at.y + 57, value, { size: 38, fill: index === 2 ? colors.markInk : colors.ink, bold: true });
    text(x + 16, at.y + 84, note, { size: 12, fill: colors.ink3 });
    x += Math.max(width, textWidth(note, 12, false), textWidth(label, 13, false)) + 48;
  }
}

function drawSticker(sticker: Sticker, layout: SkylineLayout, { text, rect }: Pen): void {
  const { x, y, width, height, lines } = stickerBox(layout, sticker);
  rect(x + 1.5, y + 2, width, height, '#10201C', ' fill-opacity="0.18" rx="2"');
  rect(x, y, width, height, stickerPaper[sticker.color], ' rx="2"');
  for (const [index, line] of lines.entries())
    text(x + STICKER.padding, y + STICKER.padding + 12 + index * STICKER.line, line, {
      size: STICKER.size,
      fill: STICKER_INK,
    });
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

function drawTile({ tile, x, y, width, height, text: says }: LaidTile, pen: Pen): void {
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

function drawFoot(map: BattleMap, { text, colors, language }: Pen, height: number): void {
  const words = pictureWords[language];
  const date = map.generatedAt.slice(0, 10);
  text(MARGIN, height - 14, words.foot(map.version, date, map.revision), { size: 11, fill: colors.ink3 });
}
