import { type OutcomeReason, outcomeReasonSchema, type WinLoss } from '@tokenholic/contracts';
import { wilson } from '../coach/measures.ts';
import type { StageBook } from '../settings/stages.ts';
import type { ClosedDeal, Stay } from './closed-deal.ts';
import { factorsOf } from './factors.ts';
import { groupsOf } from './groups.ts';
import { narrate, newReasons, warn } from './narrate.ts';
import { medianDays, middle } from './statistics.ts';

const SMALL = 30;
const EXAMPLES = 3;

/** Everything the analysis says of a set of closed deals and of their stays at the stages. */
export function analyse(
  deals: readonly ClosedDeal[],
  stays: readonly Stay[],
  book: Pick<StageBook, 'open' | 'nameOf' | 'placeOf'>,
): WinLoss {
  const won = deals.filter((deal) => deal.won);
  const lost = deals.filter((deal) => !deal.won);
  const figures = {
    ...{ deals: deals.length, won: won.length },
    winRate: {
      value: deals.length === 0 ? 0 : won.length / deals.length,
      ...wilson(won.length, deals.length),
    },
    small: deals.length < SMALL,
    medianDays: { won: middle(won.map(({ days }) => days)), lost: middle(lost.map(({ days }) => days)) },
    factors: factorsOf(deals),
    stages: survival(stays, book),
    cohorts: cohorts(deals),
    groups: groupsOf(deals),

    reasons: reasons(deals),
  };
  return {
    ...figures,
    narrative: narrate(figures, book.nameOf),
    alerts: [...warn(figures), ...newReasons(deals)],
    engine: { via: 'rules', model: null, reason: null },
  };
}

/** How deals pass each stage. One that moved back counts where it went. */
function survival(
  stays: readonly Stay[],
  { open, placeOf }: Pick<StageBook, 'open' | 'placeOf'>,
): WinLoss['stages'] {
  return open.flatMap((stage) => {
    const here = stays.filter((stay) => stay.stage === stage);
    if (here.length === 0) return [];
    const count = (which: (next: Stay['next']) => boolean) =>
      here.reduce((sum, { next, deals }) => sum + (which(next) ? deals : 0), 0);
    return [
      {
        stage,
        entered: count(() => true),
        advanced: count((next) => next !== null && placeOf(next) > placeOf(stage)),
        lost: count((next) => next === 'lost'),
        stillThere: count((next) => next === null),
        medianDays: medianDays(here.map(({ days, next, deals }) => ({ days, deals, left: next !== null }))),
      },
    ];
  });
}

const MOST_QUARTERS = 8;

function cohorts(deals: readonly ClosedDeal[]): WinLoss['cohorts'] {
  const quarterOf = ({ closedAt }: ClosedDeal) =>
    `${closedAt.getUTCFullYear()} Q${Math.floor(closedAt.getUTCMonth() / 3) + 1}`;
  return [...Map.groupBy(deals, quarterOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-MOST_QUARTERS)
    .map(([quarter, group]) => {
      const won = group.filter((deal) => deal.won).length;
      return { quarter, deals: group.length, won, ...wilson(won, group.length) };
    });
}

/** Why deals ended, by us and by the buyer, and where the two do not say the same. */
function reasons(deals: readonly ClosedDeal[]): WinLoss['reasons'] {
  const told = deals.flatMap((deal) => (deal.outcome === null ? [] : [{ deal, outcome: deal.outcome }]));
  const closed = outcomeReasonSchema.options
    .map((reason) => {
      const group = told.filter(({ outcome }) => outcome.reason === reason);
      const won = group.filter(({ deal }) => deal.won).length;
      return { reason, won, lost: group.length - won };
    })
    .filter(({ won, lost }) => won + lost > 0)
    .sort((a, b) => b.won + b.lost - (a.won + a.lost));
  const asked = told.flatMap(({ deal, outcome: { reason, buyerReason } }) =>
    buyerReason === null ? [] : [{ deal, ours: reason, buyers: buyerReason }],
  );
  const apart = asked.filter(({ ours, buyers }) => ours !== buyers);
  const pairs = [...Map.groupBy(apart, ({ ours, buyers }) => `${ours}/${buyers}`).values()]
    .flatMap((group) => (group[0] === undefined ? [] : [pairOf(group[0].ours, group[0].buyers, group)]))
    .sort((a, b) => b.deals - a.deals);
  return { closed, asked: asked.length, agreed: asked.length - apart.length, pairs: pairs.slice(0, 10) };
}

function pairOf(ours: OutcomeReason, buyers: OutcomeReason, group: readonly { deal: ClosedDeal }[]) {
  const examples = group.slice(0, EXAMPLES).map(({ deal: { id, title, won } }) => ({ id, title, won }));
  return { ours, buyers, deals: group.length, examples };
}
