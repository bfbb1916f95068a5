import type { SourceKind } from '@tokenholic/contracts';
import { isAppError } from '@tokenholic/kit';
import { decodeText } from './decode.ts';
import { documentFailure } from './failures.ts';
import { readHtml } from './read-html.ts';
import { readInWorker } from './read-in-worker.ts';
import { readMarkdown } from './read-markdown.ts';
import { rowsToText } from './rows-to-text.ts';

export interface DocumentFile {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface DocumentReading {
  title: string;
  text: string;
  url: string | null;
  publishedAt: string | null;
  sourceKind: SourceKind;
  /** Only the first part was read. */
  cut: boolean;
  /** Where each page or slide starts in the text; empty when the format has no pages. */
  pageStarts: number[];
}

const MAXIMUM_CHARACTERS = 2_000_000;

type Format = 'pdf' | 'docx' | 'pptx' | 'xlsx' | 'csv' | 'markdown' | 'html' | 'text';

/** Reads a file by what it is, not only by what it is called. Parsers are loaded when first needed. */
export async function readDocument(file: DocumentFile): Promise<DocumentReading> {
  if (file.bytes.byteLength === 0) throw documentFailure('file_empty');
  const format = formatOf(file);
  try {
    const reading = await readAs(format, file);
    if (reading.text.trim() === '') throw documentFailure('file_empty');
    const cut = reading.cut || reading.text.length > MAXIMUM_CHARACTERS;
    return {
      ...reading,
      title: reading.title || file.fileName,
      text: reading.text.slice(0, MAXIMUM_CHARACTERS),
      cut,
    };
  } catch (error) {
    if (isAppError(error)) throw error;
    throw documentFailure('file_unreadable', error);
  }
}

function formatOf({ fileName, bytes }: DocumentFile): Format {
  const head = Buffer.from(bytes.subarray(0, 8));
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (
    head.readUInt32BE(0) === 0x504b0304 &&
    (extension === 'docx' || extension === 'pptx' || extension === 'xlsx')
  )
    return extension;
  // Old Office files and anything else with zero bytes near its start is no text.
  if (bytes.subarray(0, 512).includes(0) && !(bytes[0] === 0xff || bytes[0] === 0xfe))
    throw documentFailure('file_unsupported');
  if (extension === 'csv') return 'csv';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  if (extension === 'html' || extension === 'htm') return 'html';
  if (extension === 'txt' || extension === 'text' || extension === '') return 'text';
  if (['pdf', 'docx', 'pptx', 'xlsx'].includes(extension)) throw documentFailure('file_unreadable');
  throw documentFailure('file_unsupported');
}

const plain = (title: string, text: string, cut = false): DocumentReading => ({
  title,
  text,
  url: null,
  publishedAt: null,
  sourceKind: 'file',
  cut,
  pageStarts: [],
});

async function readAs(format: Format, { fileName, bytes }: DocumentFile): Promise<DocumentReading> {
  switch (format) {
    case 'pdf':
    case 'docx':
    case 'pptx':
    case 'xlsx': {
      const { text, cut, pageStarts } = await readInWorker(format, bytes);
      return { ...plain(fileName, text, cut), pageStarts };
    }
    case 'csv': {
      const { default: papa } = await import('papaparse');
      return plain(
        fileName,
        rowsToText(papa.parse<string[]>(decodeText(bytes, null), { skipEmptyLines: true }).data),
      );
    }
    case 'markdown':
      return { ...readMarkdown(decodeText(bytes, null)), cut: false, pageStarts: [] };
    case 'html': {
      const { title, text, publishedAt } = readHtml(decodeText(bytes, null));
      return { ...plain(title, text), publishedAt };
    }
    case 'text':
      return plain(fileName, decodeText(bytes, null));
  }
}
