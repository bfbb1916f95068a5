import Papa from 'papaparse';
import { duplicateHeadings, importRefused, MOST_COLUMNS, MOST_LINES } from './failures.ts';

/** A table of texts; the first line names the columns. */
export interface Table {
  headings: string[];
  lines: string[][];
  encoding: string;
}

/** Text of a file of unknown encoding: marked, valid UTF-8, or GB 18030 as Chinese Excel writes it. */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return decoded(bytes, encoding);
    } catch {
      // Not this one.
    }
  }
  throw importRefused('encoding_unknown');
}

/** Characters that stand in no text: bytes were read in an encoding that is not theirs, or are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const RUBBISH = /[\u0000-\u0008\u000e-\u001f\uE000-\uF8FF\uFFFD]/;

function decoded(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (RUBBISH.test(text)) throw importRefused('encoding_unknown');
  return { text, encoding };
}

export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeTable(bytes);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  return checkTable(data, encoding);
}

/** Refuses a table that cannot be right as a whole; single lines are judged later. */
export function checkTable(rows: readonly (readonly string[])[], encoding: string): Table {
  const [first, ...rest] = rows;
  if (first === undefined) throw importRefused('file_empty');
  const headings = withoutEmptyEnd(first.map((heading) => heading.trim()));
  if (headings.length === 0 || headings.includes('')) throw importRefused('no_heading');
  if (headings.length > MOST_COLUMNS) throw importRefused('too_many_columns', { columns: headings.length });
  const folded = headings.map((heading) => heading.toLowerCase());
  const twice = headings.filter((_, at) => folded.indexOf(folded[at] ?? '') !== at);
  if (twice.length > 0) throw duplicateHeadings(twice);
  const lines = rest
    .map((row) => headings.map((_, at) => (row[at] ?? '').trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  if (lines.length === 0) throw importRefused('file_empty');
  if (lines.length > MOST_LINES) throw importRefused('too_many_lines', { lines: lines.length });
  return { headings, lines, encoding };
}

function withoutEmptyEnd(headings: string[]): string[] {
  let end = headings.length;
  while (end > 0 && headings[end - 1] === '') end -= 1;
  return headings.slice(0, end);
}

/** A table as a file that spreadsheets open; a cell that begins like a formula stays text. */
export function writeCsv(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const body = Papa.unparse([[...headings], ...lines.map((line) => [...line])], { escapeFormulae: true });
  return `\uFEFF${body}`;
}
