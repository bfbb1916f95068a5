import type { BattleMap } from '@tokenholic/contracts';
import { formatPercent } from '../format/quantities.ts';
import { formatMoney } from '../format/tokens.ts';
import { groups } from '../palette/palette.ts';
import { headlineParts } from '../skyline/layout.ts';
import { textWidth } from '../skyline/text.ts';
import { pictureWords } from '../skyline/words.ts';
import type { Pen } from './pen.ts';

/** What stands around the picture of a map: room at the sides, for the headline and legend, for the foot; px. */
export const MARGIN = 40;
export const HEAD = 168;
export const FOOT = 34;

export function drawHead(
  map: BattleMap,
  { text, rect, colors, language, theme }: Pen,
  view: 'skyline' | 'treemap',
): void {
  const size = 27;
  let x = MARGIN;
  for (const part of headlineParts(map.headline.text[language], map.headline.highlight[language])) {
    const width = textWidth(part.text, size, true);
    if (part.marked) rect(x - 4, 40, width + 10, 38, colors.mark, ' rx="2"');
    text(x, 69, part.text, { size, fill: part.marked ? colors.markInk : colors.ink, bold: true });
    x += width + (part.marked ? 8 : 0);
  }
  const words = pictureWords[language];
  const subline = view === 'treemap' ? words.sublineTreemap : words.subline;
  text(MARGIN, 100, map.basis === 'industry_benchmark' ? words.benchmark : subline, {
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

export function drawFigures(
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

export function drawFoot(map: BattleMap, { text, colors, language }: Pen, height: number): void {
  const words = pictureWords[language];
  const date = map.generatedAt.slice(0, 10);
  text(MARGIN, height - 14, words.foot(map.version, date, map.revision), { size: 11, fill: colors.ink3 });
}
