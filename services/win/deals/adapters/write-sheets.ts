import type { Cell, Row, Sheet } from 'write-excel-file/node';
import type { ExportCell } from '../domain/export/deal-table.ts';

export interface SheetText {
  name: string;
  headings: readonly string[];
  lines: readonly (readonly ExportCell[])[];
}

const cell = (value: ExportCell): Cell =>
  value === null || value === ''
    ? null
    : typeof value === 'number'
      ? { type: Number, value }
      : // Text stays text, also where it begins like a formula.
        { type: String, value: value.slice(0, 32_000) };

/** A workbook of tables: bold headings that stay in sight, columns as wide as their words. */
export async function writeSheets(sheets: readonly SheetText[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  return write(
    sheets.map(({ name, headings, lines }): Sheet<Buffer> => {
      const head: Row = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
      return {
        ...{ sheet: name.slice(0, 31), data: [head, ...lines.map((line): Row => line.map(cell))] },
        columns: headings.map((heading, at) => ({ width: widthOf(heading, lines, at) })),
        stickyRowsCount: 1,
      };
    }),
  ).toBuffer();
}

function widthOf(heading: string, lines: SheetText['lines'], at: number): number {
  const longest = lines
    .slice(0, 50)
    .reduce((most, line) => Math.max(most, String(line[at] ?? '').length), heading.length);
  return Math.min(60, Math.max(8, longest * 1.3 + 2));
}
