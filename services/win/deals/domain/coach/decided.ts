import type { AdviceDecision, AdviceKind } from '@tokenholic/contracts';

interface Decided {
  kind: AdviceKind;
  decision: AdviceDecision['decision'];
  until: string | null;
  at: Date;
}

/** Done keeps advice away for so long: when the risk is still there then, it was not enough. */
const DONE_DAYS = 14;

/** Whether advice of a kind stays away, by the last word on it; `history` newest first. */
export function isHidden(kind: AdviceKind, history: readonly Decided[], now: Date): boolean {
  const last = history.find((one) => one.kind === kind);
  if (last === undefined || last.decision === 'reopened') return false;
  if (last.decision === 'snoozed') return last.until !== null && last.until > now.toISOString().slice(0, 10);
  return last.decision === 'dismissed' || now.getTime() - last.at.getTime() < DONE_DAYS * 86_400_000;
}
