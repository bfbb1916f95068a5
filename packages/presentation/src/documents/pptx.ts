import type { BattleMap } from '@tokenholic/contracts';
import { formatGrowth, formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { groups } from '../palette/palette.ts';
import type { PictureOptions } from '../picture/pen.ts';
import { columnOrder, headlineParts } from '../skyline/layout.ts';
import { textWidth } from '../skyline/text.ts';
import { pictureWords } from '../skyline/words.ts';
import { deckFindings } from './deck-findings.ts';
import { drawOpportunities } from './pptx-opportunities.ts';
import { type DeckPen, HEIGHT, MARGIN, openDeck, WIDTH } from './pptx-pen.ts';
import { drawSkyline } from './pptx-skyline.ts';
import { drawTreemap } from './pptx-treemap.ts';
import { plainQuote } from './quotes.ts';

const MOST_ROWS = 12;
const MOST_QUOTES = 6;

/** Eight slides in native shapes, tables and charts, with speaker notes: all of it can be edited in PowerPoint. */
export async function mapToPptx(map: BattleMap, options: PictureOptions): Promise<Uint8Array> {
  const pen = await openDeck(map, options);
  drawCover(map, pen);
  const drawPicture = options.view === 'treemap' ? drawTreemap : drawSkyline;
  pen.slide(pen.words.skyline, pen.words.notes[options.view ?? 'skyline'], (slide) =>
    drawPicture(map, slide, pen),
  );
  drawUses(map, pen);
  drawShares(map, pen);
  drawOpportunities(map, pen);
  drawGrowth(map, pen);
  drawEvidence(map, pen);
  drawMethod(map, pen);
  return pen.bytes();
}

function drawCover(map: BattleMap, pen: DeckPen): void {
  const { language, colors, words, text } = pen;
  const { totals } = map;
  const headline = map.headline.text[language];
  pen.slide(null, words.notes.cover(headline), (slide) => {
    text(slide, map.clientName, { x: MARGIN, y: 70, w: 900, h: 40, size: 20, color: colors.ink2 });
    slide.addText(
      headlineParts(headline, map.headline.highlight[language]).map((part) => ({
        text: part.text,
        options: part.marked ? { highlight: colors.mark.slice(1), color: colors.markInk.slice(1) } : {},
      })),
      pen.box({ x: MARGIN, y: 120, w: WIDTH - 2 * MARGIN, h: 180, size: 40, bold: true, color: colors.ink }),
    );
    if (map.basis === 'industry_benchmark')
      text(slide, words.benchmark, { x: MARGIN, y: 300, w: 900, h: 36, size: 18, color: colors.ink2 });
    const picture = pictureWords[language];
    const money = (value: number) => formatMoney(value, language).text;
    const { cnyPerUsd } = map.exchangeRate;
    const dollars = (cny: number) => `≈ ${formatMoney(cny, language, { currency: 'USD', cnyPerUsd }).text}`;
    const figures = [
      [
        picture.competitors,
        formatPercent(totals.competitorShare, language),
        picture.selfHosted(formatPercent(totals.selfHostedShare, language)),
      ],
      [
        picture.value,
        totals.unpricedShare > 0.995 ? '–' : money(totals.valuePerYear.mid),
        totals.unpricedShare > 0.995
          ? words.unpriced
          : `${money(totals.valuePerYear.low)} – ${money(totals.valuePerYear.high)} · ${dollars(totals.valuePerYear.mid)}`,
      ],
      [
        picture.winnable,
        money(totals.winnableTopThree),
        picture.reach(formatPercent(totals.ourShareAfterTopThree, language)),
      ],
    ] as const;
    for (const [index, [label, value, note]] of figures.entries()) {
      const x = MARGIN + index * 400;
      pen.rect(slide, { x, y: 390, w: 3, h: 150, fill: colors.ink });
      text(slide, label, { x: x + 20, y: 386, w: 360, h: 32, size: 16, color: colors.ink2 });
      if (index === 2)
        pen.rect(slide, { x: x + 14, y: 424, w: textWidth(value, 44, true) + 20, h: 70, fill: colors.mark });
      text(slide, value, {
        x: x + 20,
        y: 422,
        w: 370,
        h: 74,
        size: 44,
        bold: true,
        color: index === 2 ? colors.markInk : colors.ink,
      });
      text(slide, note, { x: x + 20, y: 504, w: 370, h: 32, size: 14, color: colors.ink3 });
    }
    text(slide, words.date(map.generatedAt.slice(0, 10), map.version), {
      x: MARGIN,
      y: HEIGHT - 70,
      w: 700,
      h: 30,
      size: 14,
      color: colors.ink3,
    });
  });
}

function drawUses(map: BattleMap, pen: DeckPen): void {
  const { language, words, colors } = pen;
  const { column } = words;
  const head = [column.use, column.tokens, column.range, column.provider, column.growth, column.value];
  const tokens = (value: number) => formatTokens(value, language).text;
  const rows = columnOrder(map.useCases)
    .slice(0, MOST_ROWS)
    .map(({ name, tokensPerYear, tiles, growthPerYear }) => {
      const [largest] = [...tiles].sort((a, b) => b.share - a.share);
      const values = tiles.map((tile) => tile.valuePerYear?.mid ?? null);
      const value = values.some((each) => each === null)
        ? words.unpriced
        : formatMoney(
            values.reduce<number>((sum, each) => sum + (each ?? 0), 0),
            language,
          ).text;
      return [
        name[language],
        tokens(tokensPerYear.mid),
        `${tokens(tokensPerYear.low)} – ${tokens(tokensPerYear.high)}`,
        largest === undefined
          ? ''
          : `${largest.providerName[language]} ${formatPercent(largest.share, language)}`,
        formatGrowth(growthPerYear),
        value,
      ];
    });
  pen.slide(deckFindings(map, language).uses, words.notes.uses, (slide) => {
    const cell = (value: string, index: number, bold: boolean) => ({
      text: value,
      options: {
        bold: bold || index === 0,
        align: index === 0 || index === 3 ? ('left' as const) : ('right' as const),
        color: (bold ? colors.ink3 : colors.ink).slice(1),
      },
    });
    slide.addTable(
      [
        head.map((value, index) => cell(value, index, true)),
        ...rows.map((row) => row.map((value, index) => cell(value, index, false))),
      ],
      {
        ...pen.place({ x: MARGIN, y: 120, w: WIDTH - 2 * MARGIN }),
        colW: [2.6, 1.6, 2.5, 2.5, 1.3, 1.8],
        rowH: 0.38,
        fontFace: pen.font,
        fontSize: 13,
        valign: 'middle',
        border: { type: 'none' },
      },
    );
  });
}

function drawShares(map: BattleMap, pen: DeckPen): void {
  const { language, words, theme, colors } = pen;
  const shares = [...map.totals.shares].reverse();
  pen.slide(deckFindings(map, language).shares, words.notes.shares, (slide) => {
    slide.addChart(
      'bar',
      [
        {
          name: words.column.share,
          labels: shares.map(({ group }) => groups[group].name[language]),
          values: shares.map(({ share }) => share),
        },
      ],
      {
        ...pen.place({ x: MARGIN, y: 120, w: WIDTH - 2 * MARGIN, h: 540 }),
        barDir: 'bar',
        chartColors: shares.map(({ group }) => groups[group][theme].fill.slice(1)),
        showValue: true,
        dataLabelFormatCode: '0%',
        dataLabelFontSize: 14,
        dataLabelColor: colors.ink.slice(1),
        catAxisLabelFontFace: pen.font,
        catAxisLabelFontSize: 14,
        catAxisLabelColor: colors.ink.slice(1),
        valAxisHidden: true,
        valGridLine: { style: 'none' },
        barGapWidthPct: 40,
      },
    );
  });
}

function drawGrowth(map: BattleMap, pen: DeckPen): void {
  const { language, words, colors } = pen;
  const years = map.useCases[0]?.projection.map(({ year }) => year) ?? [];
  const sum = (pick: 'low' | 'mid' | 'high') =>
    years.map((year) =>
      map.useCases.reduce(
        (total, column) =>
          total + (column.projection.find((point) => point.year === year)?.tokens[pick] ?? 0),
        0,
      ),
    );
  const labels = years.map(String);
  const scale = language === 'zh' ? 1e8 : 1e9;
  const unit = language === 'zh' ? '亿' : 'B';
  const series = (name: string, pick: 'low' | 'mid' | 'high') => ({
    name: `${name} (${unit})`,
    labels,
    values: sum(pick).map((value) => value / scale),
  });
  pen.slide(deckFindings(map, language).growth, words.notes.growth, (slide) => {
    slide.addChart(
      'line',
      [series(words.column.high, 'high'), series(words.column.mid, 'mid'), series(words.column.low, 'low')],
      {
        ...pen.place({ x: MARGIN, y: 120, w: WIDTH - 2 * MARGIN, h: 540 }),
        chartColors: [colors.lineStrong, colors.ink, colors.lineStrong].map((color) => color.slice(1)),
        showLegend: true,
        legendPos: 'b',
        legendFontFace: pen.font,
        legendColor: colors.ink2.slice(1),
        lineSize: 3,
        valAxisLabelFormatCode: '#,##0',
        valAxisMinVal: 0,
        valAxisLabelColor: colors.ink2.slice(1),
        catAxisLabelColor: colors.ink2.slice(1),
        valGridLine: { color: colors.line.slice(1), style: 'solid', size: 1 },
      },
    );
  });
}

function drawEvidence(map: BattleMap, pen: DeckPen): void {
  const { language, words, colors, text } = pen;
  const quotes = columnOrder(map.useCases)
    .flatMap((column) =>
      column.tiles.flatMap((tile) => tile.evidence.slice(0, 1).map((quote) => ({ column, tile, quote }))),
    )
    .sort((a, b) => b.tile.tokensPerYear.mid - a.tile.tokensPerYear.mid)
    .slice(0, MOST_QUOTES);
  pen.slide(words.evidence, words.notes.evidence, (slide) => {
    if (quotes.length === 0)
      text(slide, words.benchmark, { x: MARGIN, y: 130, w: 1_000, h: 60, size: 18, color: colors.ink2 });
    for (const [index, { column, tile, quote }] of quotes.entries()) {
      const x = MARGIN + (index % 2) * 600;
      const y = 130 + Math.floor(index / 2) * 180;
      pen.rect(slide, { x, y, w: 4, h: 160, fill: groups[tile.group][pen.theme].fill });
      const line = (value: string, at: number, h: number, size: number, color: string, bold = false) =>
        text(slide, value, { x: x + 16, y: at, w: 560, h, size, color, bold, top: true });
      line(`${column.name[language]} · ${tile.modelName[language]}`, y - 4, 28, 16, colors.ink, true);
      line(`“${plainQuote(quote.text).slice(0, 160)}”`, y + 26, 98, 16, colors.ink2);
      line([quote.pageTitle, quote.date ?? ''].join('  '), y + 130, 28, 13, colors.ink3);
    }
  });
}

function drawMethod(map: BattleMap, pen: DeckPen): void {
  const { words, colors } = pen;
  const { cnyPerUsd, asOf } = map.exchangeRate;
  const lines = [...words.methodLines, words.rate(cnyPerUsd.toFixed(2), asOf)];
  pen.slide(words.method, words.notes.method, (slide) => {
    slide.addText(
      lines.map((line) => ({ text: line, options: { bullet: { indent: 16 }, breakLine: true } })),
      {
        ...pen.box({
          x: MARGIN,
          y: 130,
          w: WIDTH - 2 * MARGIN,
          h: 420,
          size: 18,
          color: colors.ink,
          top: true,
        }),
        paraSpaceAfter: 14,
      },
    );
  });
}
