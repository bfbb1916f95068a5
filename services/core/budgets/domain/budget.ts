/** What an organisation may use in a month when nobody set anything else. */
export const USUAL_MONTHLY_TOKENS = 5_000_000;

export interface Standing {
  /** Null: no limit. */
  limit: number | null;
  spent: number;
  /** Part of it that no provider reported. */
  estimated: number;
}

/** What an organisation's rows say: no limit set is the usual one, no month is nothing used. */
export const standingOf = (
  limit: { monthlyTokens: number | null } | undefined,
  month: { tokens: number; estimatedTokens: number } | undefined,
): Standing => ({
  limit: limit === undefined ? USUAL_MONTHLY_TOKENS : limit.monthlyTokens,
  spent: month?.tokens ?? 0,
  estimated: month?.estimatedTokens ?? 0,
});

export type BudgetState = 'open' | 'warned' | 'spent';

/** First day of the month in UTC: `2026-11-01`. */
export const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`;

/** Whether a call that may need so many tokens is still within the limit; null is no limit. */
export function allowed(limit: number | null, spent: number, wanted: number): boolean {
  return limit === null || spent + wanted <= limit;
}

/** Warned from 80 %; spent when the limit is reached. */
export function stateOf(limit: number | null, spent: number, warnAt: number): BudgetState {
  if (limit === null) return 'open';
  if (spent >= limit) return 'spent';
  return spent >= limit * warnAt ? 'warned' : 'open';
}

/** The state a charge has just led to; null when it was there before. */
export function crossed(
  limit: number | null,
  before: number,
  after: number,
  warnAt: number,
): Exclude<BudgetState, 'open'> | null {
  const [from, to] = [stateOf(limit, before, warnAt), stateOf(limit, after, warnAt)];
  return to === from || to === 'open' ? null : to;
}

/** Whether a limit becomes a higher one; null is none at all. */
export const isRaise = (from: number | null, to: number | null): from is number =>
  from !== null && (to === null || to > from);
