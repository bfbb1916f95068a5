import type { AuditEntry } from '@tokenholic/contracts';

const COLUMNS = [
  'place',
  'occurredAt',
  'actor',
  'actorName',
  'action',
  'subject',
  'reason',
  'before',
  'after',
] as const;

/** The first line of an export as CSV; the mark before it tells spreadsheets that it is UTF-8. */
export const csvHead = `\uFEFF${COLUMNS.join(',')}\r\n`;

/** One entry as a line of CSV. What a spreadsheet would take for a formula is kept from being one. */
export function csvLine(entry: AuditEntry): string {
  const { actorName, before, after, ...plain } = entry;
  const values: Record<(typeof COLUMNS)[number], unknown> = {
    ...plain,
    actorName: actorName?.zh ?? '',
    before: before === null ? '' : JSON.stringify(before),
    after: after === null ? '' : JSON.stringify(after),
  };
  return `${COLUMNS.map((column) => cell(values[column])).join(',')}\r\n`;
}

function cell(value: unknown): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
