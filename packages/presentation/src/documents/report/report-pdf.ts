import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import { BOLD_FONT, REGULAR_FONT } from '../fonts.ts';
import type { Report, ReportBlock, ReportLine } from './report.ts';

const MARGIN = 52;
const PAGE = { width: 595.28, height: 841.89 };
const INNER = PAGE.width - MARGIN * 2;
const INK = '#10201C';
const QUIET = '#56645F';

type Document = InstanceType<typeof PDFDocument>;

/** A report on A4 with pictures in vectors, tables that break between rows, and a number on every page. */
export async function reportToPdf(report: Report): Promise<Uint8Array> {
  const { language, title, subtitle, sections, sources } = report;
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 14 },
    bufferPages: true,
    info: { Title: title, Creator: 'Tokenholic' },
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
  document.font('bold').fontSize(22).fillColor(INK).text(title, { width: INNER });
  document.moveDown(0.2).font('regular').fontSize(9.5).fillColor(QUIET).text(subtitle);
  for (const { heading, blocks } of sections) {
    sectionHeading(document, heading, blocks[0]);
    for (const block of blocks) write(document, block);
  }
  sectionHeading(document, sources.heading, undefined);
  for (const { number, text, link } of sources.items) {
    document.font('regular').fontSize(8).fillColor(QUIET);
    document.text(`[${number}] ${text}`, MARGIN, document.y, {
      width: INNER,
      link: safeLink(link),
      lineGap: 1,
    });
    document.moveDown(0.25);
  }
  numberPages(document, title);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

const safeLink = (link: string | null) => (link !== null && /^https?:/.test(link) ? link : null);

function room(document: Document, height: number): void {
  if (document.y + height > PAGE.height - MARGIN - 14) document.addPage();
}

/** A heading never stands alone at the end of a page: what follows it has to fit below. */
function sectionHeading(document: Document, heading: string, first: ReportBlock | undefined): void {
  room(document, first?.kind === 'picture' ? 60 + first.height * scaleOf(first) : 70);
  document.moveDown(1).font('bold').fontSize(14).fillColor(INK).text(heading, MARGIN, document.y);
  document.moveDown(0.3);
}

function write(document: Document, block: ReportBlock): void {
  switch (block.kind) {
    case 'heading':
      room(document, 44);
      document
        .moveDown(0.3)
        .font('bold')
        .fontSize(10.5)
        .fillColor(INK)
        .text(block.text, MARGIN, document.y, { width: INNER });
      document.moveDown(0.15);
      return;
    case 'lines':
      for (const line of block.lines) writeLine(document, line);
      return;
    case 'table':
      writeTable(document, block.head, block.rows);
      return;
    case 'picture':
      writePicture(document, block);
      return;
  }
}

function writeLine(document: Document, { text, sources, note }: ReportLine): void {
  room(document, 26);
  const top = document.y;
  document.circle(MARGIN + 3, top + 6, 1.4).fill(QUIET);
  document.font('regular').fontSize(10).fillColor(INK);
  const marks = sources.map((number) => `[${number}]`).join('');
  document.text(text, MARGIN + 12, top, {
    width: INNER - 12,
    continued: marks !== '' || note !== null,
    lineGap: 1.5,
  });
  if (marks !== '')
    document
      .fontSize(8)
      .fillColor(QUIET)
      .text(` ${marks}`, { continued: note !== null });
  if (note !== null) document.fontSize(8).fillColor(QUIET).text(` (${note})`);
  document.moveDown(0.25);
}

function writeTable(document: Document, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const width = INNER / head.length;
  const draw = (cells: readonly string[], bold: boolean) => {
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(8.5)
      .fillColor(bold ? QUIET : INK);
    const heights = cells.map((cell) => document.heightOfString(cell, { width: width - 8 }));
    const height = Math.max(...heights) + 7;
    room(document, height);
    const top = document.y;
    for (const [at, cell] of cells.entries())
      document.text(cell, MARGIN + at * width, top + 3, { width: width - 8 });
    document
      .moveTo(MARGIN, top + height)
      .lineTo(MARGIN + INNER, top + height)
      .lineWidth(0.5)
      .stroke('#B9C4BE');
    document.y = top + height;
    document.x = MARGIN;
  };
  draw(head, true);
  for (const row of rows) draw(row, false);
  document.moveDown(0.6);
}

const scaleOf = ({ width, height }: { width: number; height: number }) =>
  Math.min(INNER / width, 1, (PAGE.height - MARGIN * 2 - 90) / height);

function writePicture(document: Document, { svg, width, height }: Extract<ReportBlock, { kind: 'picture' }>) {
  const scale = scaleOf({ width, height });
  room(document, height * scale + 10);
  const top = document.y;
  document.save().translate(MARGIN, top).scale(scale);
  svgToPdf(document, svg, 0, 0, {
    assumePt: true,
    fontCallback: (_family: string, bold: boolean) => (bold ? 'bold' : 'regular'),
  });
  document.restore();
  document.x = MARGIN;
  document.y = top + height * scale + 10;
}

function numberPages(document: Document, title: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    document.switchToPage(at);
    // Below the margin pdfkit would begin a new page.
    document.page.margins.bottom = 0;
    document.font('regular').fontSize(8).fillColor(QUIET);
    document.text(`${title} · ${at + 1} / ${count}`, MARGIN, PAGE.height - 36, {
      width: INNER,
      align: 'right',
      lineBreak: false,
      ellipsis: true,
    });
  }
}
