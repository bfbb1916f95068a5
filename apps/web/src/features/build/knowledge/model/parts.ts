import type { TextSpan } from '@tokenholic/contracts';

export interface Part {
  text: string;
  start: number;
  /** 1 for the likeliest sentence, 2 for the next, null for the rest. */
  mark: 1 | 2 | null;
}

/** Cuts a passage into marked and unmarked parts, in the order of the text. */
export function partsOf(text: string, marks: readonly TextSpan[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const ordered = marks.map((mark, index) => ({ ...mark, place: index === 0 ? (1 as const) : (2 as const) }));
  for (const { start, end, place } of ordered.sort((first, second) => first.start - second.start)) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), start: at, mark: null });
    parts.push({ text: text.slice(start, end), start, mark: place });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), start: at, mark: null });
  return parts;
}

/** Rows of a table as it was read from a document; null when the text is none. */
export function rowsOf(text: string): string[][] | null {
  const lines = text.split('\n');
  if (lines.length < 2 || !lines.every((line) => line.includes('|'))) return null;
  return lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
}
