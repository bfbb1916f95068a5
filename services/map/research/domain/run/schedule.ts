import type { ResearchInterval } from '@tokenholic/contracts';

/** When research is due next: the same time of the day, in UTC; a month that is too short ends on its last day. */
export function nextAfter(from: Date, every: Exclude<ResearchInterval, 'stale'>): Date {
  const next = new Date(from);
  if (every === 'day') next.setUTCDate(next.getUTCDate() + 1);
  else if (every === 'week') next.setUTCDate(next.getUTCDate() + 7);
  else {
    const day = next.getUTCDate();
    next.setUTCDate(1);
    next.setUTCMonth(next.getUTCMonth() + 1);
    const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
    next.setUTCDate(Math.min(day, last));
  }
  return next;
}
