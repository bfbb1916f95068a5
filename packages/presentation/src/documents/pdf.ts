import type { BattleMap, Tile, UseCaseColumn } from '@tokenholic/contracts';
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import { formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { columnOrder } from '../skyline/layout.ts';
import { type PictureOptions, renderSkylineSvg } from '../skyline/svg.ts';
import { pictureWords } from '../skyline/words.ts';
import { BOLD_FONT, REGULAR_FONT } from './fonts.ts';

/** Pages in points: A4 landscape to print, 16:9 to show. */
const PAPERS = { a4: { width: 841.89, height: 595.28 }, wide: { width: 960, height: 540 } } as const;
export type Paper = keyof typeof PAPERS;
const MARGIN = 40;
const MOST_QUOTES = 4;
const PICTURE_WIDTH = 1_440;

/** Page one is the picture in vectors; then each use case with its models, why its numbers are what they are, and the evidence. */
export async function mapToPdf(
  map: BattleMap,
  { paper = 'a4', ...options }: PictureOptions & { paper?: Paper },
): Promise<Uint8Array> {
  const { language } = options;
  const page = PAPERS[paper];
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: MARGIN,
    info: { Title: map.headline.text[language], Creator: 'Tokenholic' },
    lang: language === 'zh' ? 'zh-CN' : 'en',
    font: REGULAR_FONT,
  });
  document.registerFont('regular', REGULAR_FONT).registerFont('bold', BOLD_FONT);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', () => resolve());
    document.on('error', reject);
  });
  const svg = renderSkylineSvg(map, {
    ...options,
    width: PICTURE_WIDTH,
    height: Math.round((PICTURE_WIDTH * page.height) / page.width),
  });
  document.save().scale(page.width / PICTURE_WIDTH);
  svgToPdf(document, svg, 0, 0, {
    assumePt: true,
    fontCallback: (_family: string, bold: boolean) => (bold ? 'bold' : 'regular'),
  });
  document.restore();
  document.addPage();
  for (const column of columnOrder(map.useCases)) writeUseCase(document, column, language);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

type Document = InstanceType<typeof PDFDocument>;
type LanguageName = PictureOptions['language'];

function writeUseCase(document: Document, column: UseCaseColumn, language: LanguageName): void {
  if (document.y > document.page.height - 150) document.addPage();
  document.font('bold').fontSize(13).fillColor('#10201C');
  document.text(`${column.name[language]}  ${formatTokens(column.tokensPerYear.mid, language).text}`);
  for (const tile of column.tiles) writeTile(document, tile, language);
  document.moveDown(0.8);
}

function writeTile(document: Document, tile: Tile, language: LanguageName): void {
  const words = pictureWords[language];
  if (document.y > document.page.height - 110) document.addPage();
  const value =
    tile.valuePerYear === null ? words.table.unknown : formatMoney(tile.valuePerYear.mid, language).text;
  const { low, mid, high } = tile.tokensPerYear;
  const tokens = (amount: number) => formatTokens(amount, language).text;
  document.moveDown(0.3).font('bold').fontSize(10);
  document.text(`${tile.modelName[language]} · ${tile.providerName[language]}`);
  document.font('regular').fontSize(9).fillColor('#3F4F4A');
  document.text(
    `${tokens(mid)} (${tokens(low)} – ${tokens(high)})   ${words.table.share} ${formatPercent(tile.share, language)}   ${words.table.value} ${value}   ${words.table.confidence} ${words.confidence[tile.confidence.level]}`,
  );
  if (tile.opportunity !== null) {
    document.text(
      `${words.win(formatMoney(tile.opportunity.valuePerYear, language).text)} → ${tile.opportunity.replacement.name}. ${tile.opportunity.reason[language]}`,
    );
  }
  if (tile.explanation !== null) document.text(`${words.table.why}: ${tile.explanation.formula[language]}`);
  for (const quote of tile.evidence.slice(0, MOST_QUOTES)) {
    document
      .fillColor('#56645F')
      .text(`“${quote.text}” ${quote.pageTitle} ${quote.url ?? ''} ${quote.date ?? ''}`, { indent: 10 });
  }
  document.fillColor('#10201C');
}
