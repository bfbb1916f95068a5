import type { Battlecard } from '@tokenholic/contracts';
import type { Comparison, ReferenceProvider } from '@tokenholic/reference';

const STALE_DAYS = 180;
const DAY_MILLISECONDS = 86_400_000;
const SIDES = ['alibaba', 'competitor', 'even', 'depends'] as const;

/** Short cards on each competitor: where we are ahead, where not to argue, what to say, each with its source and age. */
export function battlecardsOf(
  comparisons: readonly Comparison[],
  providers: readonly ReferenceProvider[],
  now: Date,
): Battlecard[] {
  const groups = Map.groupBy(comparisons, ({ competitorId }) => competitorId);
  return [...groups].flatMap(([competitorId, list]) => {
    const provider = providers.find(({ id }) => id === competitorId);
    if (provider === undefined) return [];
    return [
      {
        competitorId,
        name: provider.name,
        group: provider.group,
        points: list
          .map(({ id, dimension, ours, theirs, edge, advice, source }) => ({
            ...{ id, dimension, ours, theirs, advice, source },
            side: SIDES.find((side) => edge.startsWith(side)) ?? ('depends' as const),
            stale: isStale(source.asOf, now),
          }))
          .sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side)),
      },
    ];
  });
}

/** Older than half a year, or of unknown age: to be checked before it is said to a client. A year alone is taken at its end, a month likewise. */
export function isStale(asOf: string | null, now: Date): boolean {
  if (asOf === null) return true;
  const [year = 0, month = 12, day = 0] = asOf.split('-').map(Number);
  // Day 0 of the next month is the last of this one.
  const end = day === 0 ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
  return (now.getTime() - end) / DAY_MILLISECONDS > STALE_DAYS;
}
