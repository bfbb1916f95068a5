import { type DealFilter, OPEN_STAGES } from '@tokenholic/contracts';
import { and, arrayContains, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { dayOf, foldForSearch } from '../domain/deal.ts';
import type { StageBook } from '../domain/settings/stages.ts';
import { deals } from '../tables.ts';

const DAY = 86_400_000;

/** What a filter asks of the rows. `userId` is who asks, for "mine". */
export function conditionsOf(
  filter: DealFilter,
  userId: string,
  now: Date,
  book: Pick<StageBook, 'rottingDaysOf'>,
): SQL | undefined {
  const folded = foldForSearch(filter.search ?? '');
  return and(
    folded === '' ? undefined : sql`position(${folded} in ${deals.searchText}) > 0`,
    filter.client === undefined ? undefined : eq(deals.organizationId, filter.client),
    filter.stage === undefined ? undefined : eq(deals.stage, filter.stage),
    filter.owner === undefined
      ? undefined
      : eq(deals.ownerId, filter.owner === 'mine' ? userId : filter.owner),
    filter.product === undefined ? undefined : arrayContains(deals.products, [filter.product]),
    filter.competitor === undefined ? undefined : arrayContains(deals.competitors, [filter.competitor]),
    filter.source === undefined ? undefined : eq(deals.source, filter.source),
    filter.call === undefined ? undefined : eq(deals.forecast, filter.call),
    filter.closing === undefined ? undefined : and(open(), closing(filter.closing, now)),
    filter.attention === undefined ? undefined : and(open(), attention(filter.attention, now, book)),
  );
}

export const open = () => inArray(deals.stage, [...OPEN_STAGES]);

function closing(when: NonNullable<DealFilter['closing']>, now: Date): SQL | undefined {
  const today = dayOf(now);
  if (when === 'overdue') return lt(deals.closeDate, today);
  const days = when === 'month' ? 31 : 92;
  return and(gte(deals.closeDate, today), lte(deals.closeDate, dayOf(new Date(now.getTime() + days * DAY))));
}

function attention(
  what: NonNullable<DealFilter['attention']>,
  now: Date,
  { rottingDaysOf }: Pick<StageBook, 'rottingDaysOf'>,
): SQL | undefined {
  if (what === 'no_next_step') return or(isNull(deals.nextStepOn), lt(deals.nextStepOn, dayOf(now)));
  if (what === 'single_contact') return lte(deals.contacts, 1);
  // Stages with one patience are asked together.
  const patience = Map.groupBy(OPEN_STAGES, rottingDaysOf);
  return or(
    ...[...patience].map(([days, stages]) =>
      and(
        inArray(deals.stage, stages),
        lt(
          sql`coalesce(${deals.lastActivityAt}, ${deals.createdAt})`,
          new Date(now.getTime() - days * DAY).toISOString(),
        ),
      ),
    ),
  );
}
