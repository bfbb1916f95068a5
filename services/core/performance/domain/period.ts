import type { Period } from './forecast.ts';

/** The calendar quarter of a day, in UTC: what is shown unless somebody asks for another period. */
export function quarterOf(now: Date): Period {
  const year = now.getUTCFullYear();
  const first = Math.floor(now.getUTCMonth() / 3) * 3;
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { from: day(first, 1), until: day(first + 3, 0) };
}

/** From the first moment of a period to the first one after it. */
export function instantsOf({ from, until }: Period): { begins: Date; ends: Date } {
  return { begins: new Date(from), ends: new Date(Date.parse(until) + 86_400_000) };
}
