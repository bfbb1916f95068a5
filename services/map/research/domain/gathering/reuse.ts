import type { SourceReport } from '@tokenholic/contracts';
import { gatheringMessage } from './failures.ts';
import { isRenewable, staleAtOf } from './freshness.ts';

/** What an earlier run had of a source. */
export interface EarlierReading {
  report: SourceReport;
  pageIds: readonly string[];
  readAt: Date;
}

export interface Reading {
  pageIds: readonly string[];
  readAt: Date;
}

/** A reading that ended well: an answer in another language is whole, one that broke off is not. */
function isWhole({ report, pageIds }: EarlierReading): boolean {
  const { status, code, pages } = report;
  const wasRead = status === 'read' || status === 'reused';
  const endedWell = code === null || code === gatheringMessage('language_unsupported').code;
  // A page that another source had first is noted there: without it this reading would be short of one.
  return wasRead && endedWell && pages > 0 && pageIds.length === pages;
}

/** The sources that need not be read again, by id: read whole, from outside, and still fresh by the rule of their kind. */
export function reusableSources(earlier: readonly EarlierReading[], now: Date): ReadonlyMap<string, Reading> {
  return new Map(
    earlier
      .filter(
        (reading) =>
          isRenewable(reading.report.kind) &&
          isWhole(reading) &&
          staleAtOf(reading.report.kind, reading.readAt) > now,
      )
      .map(({ report, pageIds, readAt }) => [report.id, { pageIds, readAt }]),
  );
}
