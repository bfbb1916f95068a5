import type { SourceFreshness, SourceKind } from '@tokenholic/contracts';

/**
 * How many days what was read stays good. A planning rule of the product: openings and news turn over within a month, a company's own
 * pages within a quarter, encyclopaedias and what a seller typed within half a year, an annual report within its year.
 */
export const FRESH_DAYS: Record<SourceKind, number> = {
  jobs: 30,
  news: 30,
  social: 30,
  search: 30,
  website: 60,
  browser: 60,
  link: 60,
  github: 60,
  notes: 120,
  file: 180,
  wikidata: 180,
  wikipedia: 180,
  reference: 180,
  filings: 365,
};

/** What only a person can renew: reading it again would give the same. */
const GIVEN: readonly SourceKind[] = ['notes', 'file', 'reference'];
const DAY_MILLISECONDS = 86_400_000;

export const isRenewable = (kind: SourceKind): boolean => !GIVEN.includes(kind);

/** When what was read stops being good. */
export const staleAtOf = (kind: SourceKind, readAt: Date): Date =>
  new Date(readAt.getTime() + FRESH_DAYS[kind] * DAY_MILLISECONDS);

export interface SourceReading {
  kind: SourceKind;
  pages: number;
  readAt: Date;
  /** Newest date that a page of this kind bears; null when none bears one. */
  newestDate: string | null;
}

/** Each kind of source with its age, the one that goes stale first on top. */
export function freshnessOf(readings: readonly SourceReading[], now: Date): SourceFreshness[] {
  return readings
    .map(({ kind, pages, readAt, newestDate }) => {
      const staleAt = staleAtOf(kind, readAt);
      return {
        ...{ kind, pages, newestDate, freshDays: FRESH_DAYS[kind] },
        readAt: readAt.toISOString(),
        staleAt: staleAt.toISOString(),
        isStale: staleAt <= now,
        isRenewable: isRenewable(kind),
      };
    })
    .sort((a, b) => a.staleAt.localeCompare(b.staleAt));
}

/** When research should be done again so that nothing stays stale: as soon as the first source that can be read again is. */
export function firstStale(sources: readonly SourceFreshness[], now: Date): Date {
  const first = sources.find((source) => source.isRenewable);
  if (first === undefined) return new Date(now.getTime() + FRESH_DAYS.website * DAY_MILLISECONDS);
  return new Date(Math.max(now.getTime(), Date.parse(first.staleAt)));
}
