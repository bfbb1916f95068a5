import type {
  DealForecast,
  DealStage,
  ForecastCall,
  LocalizedText,
  WinEstimate,
} from '@tokenholic/contracts';

export interface OpenDeal {
  stage: DealStage;
  amountCny: number;
  closeDate: string;
  ownerId: string;
  ownerName: LocalizedText;
  estimate: WinEstimate;
  call: ForecastCall;
}

type Line = DealForecast['total'];
/** Eight of ten normal draws lie within so many standard deviations. */
const EIGHTY_PERCENT = 1.2816;

/**
 * What a set of open deals comes to. Deals are taken as independent: the spread of the sum is the root of the summed variances
 * p(1−p)·amount². Bounded by nothing and by everything.
 */
export function lineOf(deals: readonly OpenDeal[]): Line {
  const amountCny = deals.reduce((sum, deal) => sum + deal.amountCny, 0);
  const expectedCny = deals.reduce((sum, deal) => sum + deal.amountCny * deal.estimate.probability, 0);
  const variance = deals.reduce(
    (sum, { amountCny: amount, estimate: { probability: p } }) => sum + p * (1 - p) * amount ** 2,
    0,
  );
  const spread = EIGHTY_PERCENT * Math.sqrt(variance);
  return {
    ...{ deals: deals.length, amountCny, expectedCny },
    lowCny: Math.max(0, expectedCny - spread),
    highCny: Math.min(amountCny, expectedCny + spread),
    commitCny: calledOf(deals, 'commit'),
    bestCaseCny: calledOf(deals, 'best_case'),
  };
}

const calledOf = (deals: readonly OpenDeal[], call: ForecastCall) =>
  deals.reduce((sum, deal) => sum + (deal.call === call ? deal.amountCny : 0), 0);

/** The same by month of the close date; what should have closed before this month stands under this month. */
export function monthsOf(deals: readonly OpenDeal[], now: Date): DealForecast['months'] {
  const current = now.toISOString().slice(0, 7);
  const monthOf = ({ closeDate }: OpenDeal) =>
    closeDate.slice(0, 7) < current ? current : closeDate.slice(0, 7);
  return [...grouped(deals, monthOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 12)
    .map(([month, group]) => ({ month, ...lineOf(group) }));
}

export function ownersOf(deals: readonly OpenDeal[]): DealForecast['owners'] {
  return [...grouped(deals, ({ ownerId }) => ownerId).values()]
    .flatMap((group) => (group[0] === undefined ? [] : [{ owner: group[0].ownerName, ...lineOf(group) }]))
    .sort((a, b) => b.expectedCny - a.expectedCny)
    .slice(0, 50);
}

export function stagesOf(deals: readonly OpenDeal[], order: readonly DealStage[]): DealForecast['stages'] {
  const groups = grouped(deals, ({ stage }) => stage);
  return order.flatMap((stage) => {
    const group = groups.get(stage);
    return group === undefined ? [] : [{ stage, ...lineOf(group) }];
  });
}

function grouped<K>(deals: readonly OpenDeal[], keyOf: (deal: OpenDeal) => K): Map<K, OpenDeal[]> {
  const groups = new Map<K, OpenDeal[]>();
  for (const deal of deals) {
    const key = keyOf(deal);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [deal]);
    else group.push(deal);
  }
  return groups;
}
