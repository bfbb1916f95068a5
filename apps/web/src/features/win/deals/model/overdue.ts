import type { DealCard } from '@tokenholic/contracts';

export const isOpen = ({ stage }: Pick<DealCard, 'stage'>) => stage !== 'won' && stage !== 'lost';

const day = (now: Date) => now.toISOString().slice(0, 10);

/** An open deal whose close date has passed. */
export function isOverdue(deal: Pick<DealCard, 'stage' | 'closeDate'>, now: Date): boolean {
  return isOpen(deal) && deal.closeDate < day(now);
}

/** Days since something was said, since the start when nothing was. */
export function daysQuiet(deal: Pick<DealCard, 'lastActivityAt' | 'createdAt'>, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(deal.lastActivityAt ?? deal.createdAt)) / 86_400_000);
}
