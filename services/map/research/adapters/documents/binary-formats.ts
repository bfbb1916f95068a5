import { readHtml } from './read-html.ts';
import { rowsToText } from './rows-to-text.ts';

export type BinaryFormat = 'pdf' | 'docx' | 'xlsx';

export interface BinaryReading {
  text: string;
  /** Only the first pages were read. */
  cut: boolean;
}

const MAXIMUM_PDF_PAGES = 300;

/** Reads a format that needs a parser of its own. Parsers are loaded when first needed. */
export async function readBinary(format: BinaryFormat, bytes: Uint8Array): Promise<BinaryReading> {
  switch (format) {
    case 'pdf':
      return readPdf(bytes);
    case 'docx': {
      const { default: mammoth } = await import('mammoth');
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      return { text: readHtml(value).text, cut: false };
    }
    case 'xlsx': {
      const { default: readSheets } = await import('read-excel-file/node');
      const sheets = await readSheets(Buffer.from(bytes));
      const text = sheets.map(({ sheet, data }) => `# ${sheet}\n${rowsToText(data)}`).join('\n\n');
      return { text, cut: false };
    }
  }
}

async function readPdf(bytes: Uint8Array): Promise<BinaryReading> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages = Math.min(document.numPages, MAXIMUM_PDF_PAGES);
  const lines: string[] = [];
  for (let number = 1; number <= pages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    lines.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return { text: lines.join('\n\n'), cut: document.numPages > pages };
}
