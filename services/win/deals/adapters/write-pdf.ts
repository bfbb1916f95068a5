import type { Language } from '@tokenholic/contracts';
import { BOLD_FONT, REGULAR_FONT } from '@tokenholic/presentation/documents';
import PDFDocument from 'pdfkit';
import type { Report, ReportBlock, ReportTable } from '../domain/export/report.ts';

const MARGIN = 48;
const INK = '#10201C';
const SOFT = '#5F6E69';
const LINE = '#D8DFDA';
const CELL_PADDING = 5;

type Document = InstanceType<typeof PDFDocument>;

/** A report as pages of A4, with the fonts that ship with the product. */
export async function writePdf(report: Report, language: Language): Promise<Uint8Array> {
  const document = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, font: REGULAR_FONT, bufferPages: true },
    info: { Title: report.title, Creator: 'Tokenholic' },
    lang: language === 'zh' ? 'zh-CN' : 'en',
  });
  document.registerFont('regular', REGULAR_FONT).registerFont('bold', BOLD_FONT);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', () => resolve());
    document.on('error', reject);
  });
  document.font('bold').fontSize(20).fillColor(INK).text(report.title);
  document.moveDown(0.2).font('regular').fontSize(10).fillColor(SOFT).text(report.subtitle);
  for (const block of report.blocks) draw(document, block);
  numberPages(document);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

function draw(document: Document, block: ReportBlock): void {
  const width = document.page.width - 2 * MARGIN;
  document.x = MARGIN;
  switch (block.kind) {
    case 'heading':
      room(document, 70);
      document
        .moveDown(0.9)
        .font('bold')
        .fontSize(13)
        .fillColor(INK)
        .text(block.text, MARGIN, document.y, { width });
      document.moveDown(0.3);
      break;
    case 'text':
      document.font('regular').fontSize(10).fillColor(INK).text(block.text, MARGIN, document.y, { width });
      document.moveDown(0.3);
      break;
    case 'points':
      document.font('regular').fontSize(10).fillColor(INK);
      for (const item of block.items) {
        document.text(`·  ${item}`, MARGIN, document.y, { width, indent: 0 });
        document.moveDown(0.2);
      }
      break;
    case 'table':
      table(document, block, width);
  }
}

/** Begins a new page when less than so much is left. */
function room(document: Document, points: number): void {
  if (document.y + points > document.page.height - MARGIN) document.addPage();
}

function table(document: Document, { headings, widths, lines }: ReportTable, width: number): void {
  const sum = widths.reduce((total, share) => total + share, 0) || 1;
  const columns = headings.map((_, at) => ((widths[at] ?? 1) / sum) * width);
  row(document, headings, columns, 'bold');
  for (const line of lines) {
    const cells = line.map((cell) => String(cell ?? ''));
    // A heading alone at the foot of a page helps nobody: it stands on each page.
    if (row(document, cells, columns, 'regular') === 'no room') {
      document.addPage();
      row(document, headings, columns, 'bold');
      row(document, cells, columns, 'regular');
    }
  }
  document.moveDown(0.5);
}

function row(
  document: Document,
  cells: readonly string[],
  columns: readonly number[],
  font: 'bold' | 'regular',
): 'drawn' | 'no room' {
  document
    .font(font)
    .fontSize(9)
    .fillColor(font === 'bold' ? SOFT : INK);
  const heights = cells.map((cell, at) =>
    document.heightOfString(cell, { width: (columns[at] ?? 0) - 2 * CELL_PADDING }),
  );
  const height = Math.max(...heights, 10) + 2 * CELL_PADDING;
  const top = document.y;
  if (top + height > document.page.height - MARGIN && top > MARGIN + 40) return 'no room';
  let left = MARGIN;
  for (const [at, cell] of cells.entries()) {
    const width = columns[at] ?? 0;
    document.text(cell, left + CELL_PADDING, top + CELL_PADDING, { width: width - 2 * CELL_PADDING });
    left += width;
  }
  document.y = top + height;
  document.moveTo(MARGIN, document.y).lineTo(left, document.y).lineWidth(0.5).strokeColor(LINE).stroke();
  return 'drawn';
}

function numberPages(document: Document): void {
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    document.font('regular').fontSize(8).fillColor(SOFT);
    // Written below the margin, where the document would begin another page by itself.
    document.page.margins.bottom = 0;
    document.text(`${page + 1} / ${count}`, MARGIN, document.page.height - 32, {
      ...{ align: 'right', width: document.page.width - 2 * MARGIN, lineBreak: false },
    });
  }
}
