import type { DealRow } from '../../tables.ts';

/** What the model may know of a deal: only what stands in its record at that moment. */
export type DealState = Pick<
  DealRow,
  | 'stage'
  | 'amountCny'
  | 'competitors'
  | 'products'
  | 'source'
  | 'contacts'
  | 'roles'
  | 'activities'
  | 'inbound'
  | 'pushes'
  | 'createdAt'
>;

const DAY = 86_400_000;

/** A deal at a moment as numbers by name; what a deal has not got is left out and counts as 0. */
export function featuresOf(deal: DealState, at: Date): Record<string, number> {
  const days = Math.max(1, (at.getTime() - deal.createdAt.getTime()) / DAY);
  const features: Record<string, number> = {
    [`stage:${deal.stage}`]: 1,
    log_amount: Math.log10(Math.max(deal.amountCny, 1_000)),
    log_days: Math.log10(days),
    contacts: Math.log2(1 + deal.contacts),
    activity: Math.log2(1 + (deal.activities * 30) / Math.max(days, 7)),
    inbound: deal.activities === 0 ? 0 : deal.inbound / deal.activities,
    pushes: Math.min(deal.pushes, 4),
    competitor: deal.competitors.length > 0 ? 1 : 0,
  };
  for (const role of deal.roles) if (role !== 'unknown') features[`role:${role}`] = 1;
  for (const product of deal.products) features[`product:${product}`] = 1;
  for (const competitor of deal.competitors) features[`competitor:${competitor}`] = 1;
  if (deal.source !== '') features[`source:${deal.source}`] = 1;
  return features;
}
