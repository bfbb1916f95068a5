import type { TimelineEntry } from '@tokenholic/contracts';

/** An entry, and the older ones of the same routine kind right below it that it stands for. */
export interface Folded {
  entry: TimelineEntry;
  others: TimelineEntry[];
}

export interface Day {
  /** Local date of its entries. */
  date: Date;
  entries: Folded[];
}

/** Entries by day; runs of the same routine event, such as progress, become one line. */
export function toDays(entries: readonly TimelineEntry[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const date = new Date(entry.occurredAt);
    let day = days.at(-1);
    if (day === undefined || day.date.toDateString() !== date.toDateString()) {
      day = { date, entries: [] };
      days.push(day);
    }
    const last = day.entries.at(-1);
    if (
      last !== undefined &&
      last.entry.form === 'line' &&
      entry.form === 'line' &&
      last.entry.type === entry.type
    )
      last.others.push(entry);
    else day.entries.push({ entry, others: [] });
  }
  return days;
}
