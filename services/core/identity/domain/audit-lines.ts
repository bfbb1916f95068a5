import type { AuditEntry } from '@tokenholic/contracts';
import { csvLineOf } from '@tokenholic/kit';

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
export const csvHead = `\uFEFF${csvLineOf(COLUMNS)}`;

/** One entry as a line of CSV. */
export function csvLine(entry: AuditEntry): string {
  const { actorName, before, after, ...plain } = entry;
  const values: Record<(typeof COLUMNS)[number], unknown> = {
    ...plain,
    actorName: actorName?.zh ?? '',
    before: before === null ? '' : JSON.stringify(before),
    after: after === null ? '' : JSON.stringify(after),
  };
  return csvLineOf(COLUMNS.map((column) => values[column]));
}
