import { readHtml } from './read-html.ts';
import { rowsToText } from './rows-to-text.ts';

export type BinaryFormat = 'pdf' | 'docx' | 'pptx' | 'xlsx';

export interface BinaryReading {
  text: string;
  /** Only the first pages were read. */
  cut: boolean;
  /** Where each page or slide starts in the text; empty when the format has no pages. */
  pageStarts: number[];
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
      return { text: readHtml(value).text, cut: false, pageStarts: [] };
    }
    case 'pptx': {
      const { readPptx } = await import('./read-pptx.ts');
      return { ...joinPages(readPptx(bytes)), cut: false };
    }
    case 'xlsx': {
      const { default: readSheets } = await import('read-excel-file/node');
      const sheets = await readSheets(Buffer.from(bytes));
      const text = sheets.map(({ sheet, data }) => `# ${sheet}\n${rowsToText(data)}`).join('\n\n');
      return { text, cut: false, pageStarts: [] };
    }
  }
}

async function readPdf(bytes: Uint8Array): Promise<BinaryReading> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages = Math.min(document.numPages, MAXIMUM_PDF_PAGES);
  const texts: string[] = [];
  for (let number = 1; number <= pages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return { ...joinPages(texts), cut: document.numPages > pages };
}

function joinPages(pages: readonly string[]): { text: string; pageStarts: number[] } {
  const pageStarts: number[] = [];
  let text = '';
  for (const page of pages) {
    if (pageStarts.length > 0) text += '\n\n';
    pageStarts.push(text.length);
    text += page;
  }
  return { text, pageStarts };
}
