import type { Language, SolutionCost } from '@tokenholic/contracts';
import { groups, type Theme, themeColors } from '../palette/palette.ts';
import { escapeXml } from '../picture/pen.ts';
import { fitText } from '../skyline/text.ts';
import { layoutCostBars } from './cost-bars.ts';

export interface CostPictureOptions {
  language: Language;
  theme: Theme;
  money: (cny: number) => string;
  /** Said where a price is unknown. */
  unknown: string;
  fontFamily?: string;
}

const WIDTH = 900;
const LABELS = 230;
const FIGURES = 210;
const ROW = 26;
const TITLE = 30;
const PAD = 20;

/** What the movable tokens cost today and with us, with the range of their volume, as one self-contained SVG. */
export function renderCostSvg(cost: SolutionCost, options: CostPictureOptions) {
  const { language, theme, money, unknown, fontFamily = 'Geist, sans-serif' } = options;
  const colors = themeColors[theme];
  const drawn = layoutCostBars(cost, WIDTH - LABELS - FIGURES - PAD * 2);
  const zero = PAD + LABELS;
  const parts: string[] = [];
  let y = PAD;
  for (const { title, bars } of drawn) {
    parts.push(
      `<text x="${PAD}" y="${y + 18}" font-size="13" font-weight="600" fill="${colors.ink}">${escapeXml(fitText(title[language], WIDTH - PAD * 2, 13, true))}</text>`,
    );
    y += TITLE;
    for (const { who, name, amount, length, whisker, range } of bars) {
      const fill = who === 'ours' ? groups.alibaba[theme].fill : colors.ink3;
      const spread = range === null ? '' : `  ${money(range.low)} – ${money(range.high)}`;
      const after = Math.max(length, whisker?.to ?? 0);
      parts.push(
        `<text x="${PAD}" y="${y + 16}" font-size="12" fill="${colors.ink2}">${escapeXml(fitText(name[language], LABELS - 16, 12, false))}</text>`,
        `<rect x="${zero}" y="${y + 3}" width="${Math.max(1, length)}" height="${ROW - 9}" fill="${fill}" rx="2"/>`,
        whisker === null
          ? ''
          : `<path d="M${zero + whisker.from} ${y + 11.5}H${zero + whisker.to}M${zero + whisker.from} ${y + 7}v9M${zero + whisker.to} ${y + 7}v9" stroke="${colors.ink}" stroke-width="1.5" fill="none"/>`,
        `<text x="${zero + after + 8}" y="${y + 16}" font-size="12" fill="${colors.ink}"><tspan font-weight="600">${escapeXml(amount === null ? unknown : money(amount))}</tspan><tspan font-size="10" fill="${colors.ink2}">${escapeXml(spread)}</tspan></text>`,
      );
      y += ROW;
    }
    y += 6;
  }
  const height = y + PAD - 6;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${escapeXml(fontFamily)}" role="img">`,
    `<rect width="${WIDTH}" height="${height}" fill="${colors.surface}"/>`,
    `<path d="M${zero} ${PAD}V${height - PAD}" stroke="${colors.lineStrong}"/>`,
    ...parts,
    '</svg>',
  ].join('');
  return { svg, width: WIDTH, height };
}
