import type { DealApprovalNeed } from '@tokenholic/contracts';

export interface DealFigures {
  amountCny: number;
  discountPercent: number;
}

export interface EarlierRequest extends DealFigures {
  id: string;
  status: 'waiting' | 'changes' | 'approved' | 'rejected' | 'withdrawn';
}

/** What was approved covers a deal that has not become larger or cheaper since. */
export function covers(approved: DealFigures, now: DealFigures): boolean {
  return now.amountCny <= approved.amountCny && now.discountPercent <= approved.discountPercent;
}

/** Whether a deal has become larger or cheaper than what somebody is being asked for. */
export const isOutgrown = (asked: DealFigures, now: DealFigures): boolean => !covers(asked, now);

/** What still stands between a deal that needs approval and its stage, given its requests, newest first; null: nothing. */
export function needOf(now: DealFigures, requests: readonly EarlierRequest[]): DealApprovalNeed | null {
  if (requests.some((one) => one.status === 'approved' && covers(one, now))) return null;
  const open = requests.find(({ status }) => status === 'waiting' || status === 'changes');
  if (open !== undefined)
    return { state: open.status === 'waiting' ? 'waiting' : 'changes', approvalId: open.id };
  const rejected = requests.find(({ status }) => status === 'rejected');
  if (rejected !== undefined && covers(rejected, now) && covers(now, rejected))
    return { state: 'rejected', approvalId: rejected.id };
  return { state: 'not_asked', approvalId: null };
}
