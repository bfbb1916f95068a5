import {
  type Report,
  type ReportBlock,
  type ReportLine,
  svgToPng,
  withFont,
} from '@tokenholic/presentation/reports';
import type { Paragraph, Table } from 'docx';

type Library = typeof import('docx');
type Block = Paragraph | Table;

/** Pixels between the margins of a portrait page. */
const PAGE_WIDTH = 600;

/** A report as a Word document with headings, pictures, tables and numbered sources. */
export async function toDocx(report: Report): Promise<Buffer> {
  const library = await import('docx');
  const { language, title, subtitle, sections, sources } = report;
  const pen = createPen(library);
  const children: Block[] = [pen.heading(title, 'TITLE'), pen.line(subtitle)];
  for (const { heading, blocks } of sections) {
    children.push(pen.heading(heading, 'HEADING_1'));
    for (const block of blocks) children.push(...(await pen.block(block)));
  }
  children.push(pen.heading(sources.heading, 'HEADING_1'));
  children.push(...sources.items.map(({ number, text }) => pen.line(`[${number}] ${text}`)));
  const font = language === 'zh' ? 'Microsoft YaHei' : 'Arial';
  const document = new library.Document({
    creator: 'Tokenholic',
    title,
    styles: { default: { document: { run: { font, size: 21 } } } },
    sections: [{ children }],
  });
  return library.Packer.toBuffer(document);
}

function createPen(library: Library) {
  const { Paragraph, TextRun, ImageRun, HeadingLevel, Table, TableRow, TableCell, WidthType } = library;
  const heading = (text: string, level: 'TITLE' | 'HEADING_1' | 'HEADING_2') =>
    new Paragraph({ text, heading: HeadingLevel[level], keepNext: true });
  const line = (text: string) => new Paragraph({ text, spacing: { after: 80 } });
  const sentence = ({ text, sources, note }: ReportLine) =>
    new Paragraph({
      bullet: { level: 0 },
      children: [
        new TextRun(text),
        ...(note === null ? [] : [new TextRun(` (${note})`)]),
        ...sources.map((number) => new TextRun({ text: ` [${number}]`, superScript: true })),
      ],
    });
  const table = (rows: readonly (readonly string[])[]) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (cells, at) =>
          new TableRow({
            tableHeader: at === 0,
            cantSplit: true,
            children: cells.map(
              (text) =>
                new TableCell({
                  margins: { top: 40, bottom: 40, left: 80, right: 80 },
                  children: [new Paragraph({ children: [new TextRun({ text, bold: at === 0, size: 18 })] })],
                }),
            ),
          }),
      ),
    });
  const picture = async ({ svg, width, height, words }: Extract<ReportBlock, { kind: 'picture' }>) => {
    const scale = Math.min(1, PAGE_WIDTH / width);
    const data = Buffer.from(await svgToPng({ svg: withFont(svg), width, height }));
    const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const altText = { name: 'picture', title: '', description: words.slice(0, 1_000) };
    return new Paragraph({
      spacing: { before: 120, after: 120 },
      children: [new ImageRun({ type: 'png', data, transformation, altText })],
    });
  };
  const block = async (part: ReportBlock): Promise<Block[]> => {
    switch (part.kind) {
      case 'heading':
        return [heading(part.text, 'HEADING_2')];
      case 'lines':
        return part.lines.map(sentence);
      case 'table':
        return [table([part.head, ...part.rows]), new Paragraph('')];
      case 'picture':
        return [await picture(part)];
    }
  };
  return { heading, line, block };
}
