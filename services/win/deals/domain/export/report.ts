import type { ExportCell } from './deal-table.ts';

export interface ReportTable {
  kind: 'table';
  /** Names the sheet. */
  name: string;
  headings: string[];
  /** Shares of the width. */
  widths: number[];
  lines: ExportCell[][];
}

export type ReportBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'points'; items: string[] }
  | ReportTable;

/** A report before it is drawn: as pages to read, or as sheets to count on with. */
export interface Report {
  title: string;
  subtitle: string;
  blocks: ReportBlock[];
}

/** The report as tables: its words first, then each table on a sheet of its own. */
export function sheetsOf({ title, subtitle, blocks }: Report, wordsName: string) {
  const words: ExportCell[][] = blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    return block.kind === 'points' ? block.items.map((item) => [item]) : [[block.text]];
  });
  const tables = blocks.filter((block) => block.kind === 'table');
  return [
    { name: wordsName, headings: [title], lines: [[subtitle], ...words] },
    ...tables.map(({ name, headings, lines }) => ({ name, headings, lines })),
  ];
}
