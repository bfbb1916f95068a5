import type { BattleMap, Language, Tile, UseCaseColumn } from '@tokenholic/contracts';
import type PDFDocument from 'pdfkit';
import { wrapText } from '../diagram/wrap-text.ts';
import { formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { groups, themeColors } from '../palette/palette.ts';
import { columnOrder } from '../skyline/layout.ts';
import { pictureWords } from '../skyline/words.ts';
import { plainQuote } from './quotes.ts';

type Document = InstanceType<typeof PDFDocument>;

const MOST_QUOTES = 4;
const INDENT = 16;
/** Paper is white whatever the theme of the picture. */
const colors = themeColors.light;

/** One line or paragraph of a model's entry. */
interface Piece {
  text: string;
  size: number;
  color: string;
  indent: number;
  bold?: boolean;
  /** Space above, points. */
  above?: number;
  link?: string;
}

/** The pages after the picture: each use case with its models, why the numbers are what they are, and the passages. */
export function writeEvidence(document: Document, map: BattleMap, language: Language): void {
  document.addPage();
  for (const column of columnOrder(map.useCases)) {
    for (const [index, tile] of column.tiles.entries()) {
      const heading = index === 0 ? [headingOf(column, language)] : [];
      writeTogether(document, [...heading, ...piecesOf(tile, language)], tile);
    }
    document.moveDown(0.6);
  }
}

/** Which page this is and of what, on each page but the picture. */
export function numberPages(document: Document, map: BattleMap, language: Language): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start + 1; index < start + count; index += 1) {
    document.switchToPage(index);
    const { left, right } = document.page.margins;
    const width = document.page.width - left - right;
    // Below the margin: the library would begin another page.
    document.page.margins.bottom = 0;
    document.font('regular').fontSize(8).fillColor(colors.ink3);
    const y = document.page.height - 26;
    document.text(`Tokenholic · ${map.clientName} · ${pictureWords[language].evidencePages}`, left, y, {
      ...{ width: width - 60, lineBreak: false },
    });
    document.text(`${index + 1} / ${count}`, left, y, { width, align: 'right', lineBreak: false });
  }
}

function headingOf(column: UseCaseColumn, language: Language): Piece {
  const tokens = formatTokens(column.tokensPerYear.mid, language).text;
  return { text: `${column.name[language]}  ${tokens}`, size: 13, color: colors.ink, indent: 0, bold: true };
}

function piecesOf(tile: Tile, language: Language): Piece[] {
  const words = pictureWords[language];
  const { low, mid, high } = tile.tokensPerYear;
  const tokens = (amount: number) => formatTokens(amount, language).text;
  const money = (amount: number) => formatMoney(amount, language).text;
  const line = (text: string): Piece => ({ text, size: 9, color: colors.ink2, indent: INDENT });
  const { opportunity, explanation, valuePerYear } = tile;
  const name: Piece = {
    text: `${tile.modelName[language]} · ${tile.providerName[language]}`,
    ...{ size: 10, color: colors.ink, indent: INDENT, bold: true, above: 5 },
  };
  const value = valuePerYear === null ? words.table.unknown : money(valuePerYear.mid);
  return [
    name,
    line(
      [
        `${tokens(mid)} (${tokens(low)} – ${tokens(high)})`,
        `${words.table.share} ${formatPercent(tile.share, language)}`,
        `${words.table.value} ${value}`,
        `${words.table.confidence} ${words.confidence[tile.confidence.level]}`,
      ].join(' · '),
    ),
    ...(opportunity === null
      ? []
      : [
          line(
            `${words.win(money(opportunity.valuePerYear))} → ${opportunity.replacement.name}. ${opportunity.reason[language]}`,
          ),
        ]),
    ...(explanation === null ? [] : [line(`${words.table.why}: ${explanation.formula[language]}`)]),
    ...tile.evidence.slice(0, MOST_QUOTES).flatMap((quote): Piece[] => [
      { ...line(`“${plainQuote(quote.text)}”`), indent: 2 * INDENT, above: 2 },
      {
        text: [quote.pageTitle, quote.date ?? ''].filter(Boolean).join(' · '),
        ...{ size: 8, color: colors.ink3, indent: 2 * INDENT },
        ...(quote.url === null ? {} : { link: quote.url }),
      },
    ]),
  ];
}

/** Height of a line in parts of the type's size, as the font that ships with the product has it. */
const LINE = 1.45;
/** Widths are estimated: this part of the page is filled, so that nothing runs over its edge. */
const FILLED = 0.96;
const MOST_LINES = 12;

/**
 * A model's entry is not torn apart: it begins a page when it does not fit on the rest of this one. Lines are broken here: the
 * library measures each Chinese character by itself, which took seconds for a large map.
 */
function writeTogether(document: Document, pieces: readonly Piece[], tile: Tile): void {
  const { left, right, top, bottom } = document.page.margins;
  const width = (document.page.width - left - right) * FILLED;
  const laid = pieces.map((piece) => ({
    ...piece,
    lines: wrapText(piece.text, width - piece.indent, piece.size, piece.bold ?? false, MOST_LINES),
  }));
  const height = laid.reduce(
    (sum, { above = 0, lines, size }) => sum + above + lines.length * size * LINE,
    0,
  );
  if (height > document.page.height - bottom - document.y && document.y > top) document.addPage();
  let { y } = document;
  for (const { lines, size, color, indent, bold = false, above = 0, link } of laid) {
    y += above;
    if (bold && indent === INDENT) document.rect(left, y + 2.5, 8, 8).fill(groups[tile.group].light.fill);
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    for (const line of lines) {
      document.text(line, left + indent, y, {
        lineBreak: false,
        ...(link === undefined ? {} : { link }),
      });
      y += size * LINE;
    }
  }
  document.x = left;
  document.y = y;
}
