import type { DecisionRole, LocalizedText, WinFactor } from '@tokenholic/contracts';
import { effectOf, fitLogistic } from '../coach/logistic.ts';
import { both } from '../coach/picture.ts';
import { ROLE_NAMES } from '../headline.ts';
import type { ClosedDeal } from './closed-deal.ts';
import { differenceOf, middle, type Share, shareTest, stillHolding, twoSided } from './statistics.ts';

interface Candidate {
  key: string;
  text: LocalizedText;
  /** Null: the record does not say, and the deal is left out of this comparison. */
  has: (deal: ClosedDeal) => boolean | null;
}

const SMALL_SIDE = 10;
/** With fewer on one side a comparison says nothing at all. */
const FEWEST_SIDE = 3;
const ENOUGH_FOR_ADJUSTING = 60;
const FALSE_FINDINGS = 0.05;
const PENALTY = 1;
const MOST_NAMES = 6;
const EXAMPLES = 4;
const REPLY_HOURS = 48;

/** What separates won deals from lost ones, the surest first. Associations: none of it says what caused what. */
export function factorsOf(deals: readonly ClosedDeal[]): WinFactor[] {
  const compared = candidates(deals).flatMap((candidate) => {
    const [yes, no] = sides(deals, candidate);
    if (Math.min(yes.length, no.length) < FEWEST_SIDE) return [];
    return [{ candidate, yes, no, a: share(yes), b: share(no) }];
  });
  const adjusted = adjust(
    deals,
    compared.map(({ candidate }) => candidate),
  );
  const ps = compared.map(({ a, b }, at) => adjusted[at]?.p ?? shareTest(a, b));
  const clear = stillHolding(ps, FALSE_FINDINGS);
  return compared
    .map(({ candidate: { key, text }, yes, no, a, b }, at) => ({
      factor: {
        ...{ key, text, with: a, without: b, difference: differenceOf(a, b) },
        oddsRatio: adjusted[at]?.oddsRatio ?? null,
        // The approximations behind a test do not hold for a handful of deals.
        clear: (clear[at] ?? false) && Math.min(yes.length, no.length) >= SMALL_SIDE,
        small: Math.min(yes.length, no.length) < SMALL_SIDE,
        examples: yes.slice(0, EXAMPLES).map(({ id, title, won }) => ({ id, title, won })),
      },
      p: ps[at] ?? 1,
    }))
    .sort((a, b) => Number(b.factor.clear) - Number(a.factor.clear) || a.p - b.p)
    .map(({ factor }) => factor);
}

const share = (deals: readonly ClosedDeal[]): Share => ({
  deals: deals.length,
  won: deals.filter(({ won }) => won).length,
});

function sides(deals: readonly ClosedDeal[], { has }: Candidate): [ClosedDeal[], ClosedDeal[]] {
  const yes: ClosedDeal[] = [];
  const no: ClosedDeal[] = [];
  for (const deal of deals) {
    const answer = has(deal);
    if (answer !== null) (answer ? yes : no).push(deal);
  }
  return [yes, no];
}

function candidates(deals: readonly ClosedDeal[]): Candidate[] {
  const amount = middle(deals.map(({ amountCny }) => amountCny)) ?? 0;
  const pace = middle(deals.filter(({ activities }) => activities > 0).map(paceOf)) ?? 0;
  return [
    {
      ...{ key: 'contacts', text: both('接触三位及以上联系人', 'Three or more contacts') },
      has: ({ contacts }) => contacts >= 3,
    },
    ...(['economic_buyer', 'champion', 'technical_evaluator', 'procurement', 'blocker'] as const).map(
      roleFactor,
    ),
    {
      ...{ key: 'competitor', text: both('有竞争对手', 'A competitor is named') },
      has: ({ competitors }) => competitors.length > 0,
    },
    {
      ...{ key: 'pushed', text: both('成交日推迟过', 'The close date was moved back') },
      has: ({ pushes }) => pushes > 0,
    },
    {
      ...{ key: 'large', text: both('金额高于中位数', 'Amount above the middle') },
      has: (deal) => deal.amountCny > amount,
    },
    {
      ...{ key: 'reply', text: both('两天内答复客户', 'Answered within two days') },
      has: ({ replyHours }) => (replyHours === null ? null : replyHours <= REPLY_HOURS),
    },
    {
      ...{ key: 'pace', text: both('往来比一般商机密', 'More contact than usual') },
      has: (deal) => (deal.activities === 0 ? null : paceOf(deal) > pace),
    },
    {
      ...{ key: 'inbound', text: both('三成以上往来由客户发起', 'A third or more begun by the client') },
      has: ({ activities, inbound }) => (activities === 0 ? null : inbound / activities >= 1 / 3),
    },
    ...named(deals, 'competitor', both('竞争对手', 'Competitor'), ({ competitors }) => competitors),
    ...named(deals, 'product', both('产品', 'Product'), ({ products }) => products),
    ...named(deals, 'source', both('来源', 'Source'), ({ source }) => (source === '' ? [] : [source])),
  ];
}

const paceOf = ({ activities, days }: ClosedDeal) => activities / Math.max(days, 7);

function roleFactor(role: DecisionRole): Candidate {
  const { zh, en } = ROLE_NAMES[role];
  return {
    key: `role:${role}`,
    text: both(`认识${zh}`, `Knew the ${en}`),
    has: ({ roles }) => roles.includes(role),
  };
}

/** The most frequent names of one kind; one that nearly all or hardly any deals have separates nothing. */
function named(
  deals: readonly ClosedDeal[],
  kind: string,
  label: LocalizedText,
  namesOf: (deal: ClosedDeal) => readonly string[],
): Candidate[] {
  const counts = new Map<string, number>();
  for (const deal of deals)
    for (const name of new Set(namesOf(deal))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, number]) => number >= FEWEST_SIDE && deals.length - number >= FEWEST_SIDE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(([name]) => ({
      key: `${kind}:${name}`,
      text: both(`${label.zh}：${name}`, `${label.en}: ${name}`),
      has: (deal) => namesOf(deal).includes(name),
    }));
}

interface Adjusted {
  oddsRatio: { value: number; low: number; high: number };
  p: number;
}

/** All factors at once, so that one is not credited with what another did; what the record does not say counts as the share of it. */
function adjust(deals: readonly ClosedDeal[], factors: readonly Candidate[]): (Adjusted | null)[] {
  const won = deals.filter((deal) => deal.won).length;
  if (deals.length < ENOUGH_FOR_ADJUSTING || Math.min(won, deals.length - won) < 2 * SMALL_SIDE)
    return factors.map(() => null);
  const shares = factors.map((factor) => {
    const [yes, no] = sides(deals, factor);
    return yes.length / (yes.length + no.length);
  });
  const fit = fitLogistic(
    deals.map((deal) => ({
      x: factors.map(({ has }, at) => {
        const answer = has(deal);
        return answer === null ? (shares[at] ?? 0) : Number(answer);
      }),
      y: deal.won ? 1 : 0,
      weight: 1,
    })),
    PENALTY,
  );
  return factors.map((_, at) => {
    const { value, error } = effectOf(fit, at);
    return {
      oddsRatio: {
        value: Math.exp(value),
        low: Math.exp(value - 1.96 * error),
        high: Math.exp(value + 1.96 * error),
      },
      p: error === 0 ? 1 : twoSided(value / error),
    };
  });
}
