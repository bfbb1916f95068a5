import type { ApprovalStatus } from '@tokenholic/contracts';
import { APPROVER_ROLES } from './approver-roles.ts';
import type { Colleague } from './who-may.ts';

const DAY = 86_400_000;
/** A yes is for the thing as it stood: it can be used for a week. */
const VALID_MILLISECONDS = 7 * DAY;
/** After a no the same thing is not asked again at once. */
const REFUSED_MILLISECONDS = DAY;

export type GateStanding = 'free' | 'not_asked' | 'waiting' | 'changes' | 'rejected';

/** Where something that is held back stands, by the newest request about it. */
export function standingOf(
  newest: { status: ApprovalStatus; closedAt: Date | null } | null,
  now: Date,
): GateStanding {
  if (newest === null) return 'not_asked';
  const age = now.getTime() - (newest.closedAt ?? now).getTime();
  switch (newest.status) {
    case 'waiting':
    case 'changes':
      return newest.status;
    case 'approved':
      return age <= VALID_MILLISECONDS ? 'free' : 'not_asked';
    case 'rejected':
      return age <= REFUSED_MILLISECONDS ? 'rejected' : 'not_asked';
    case 'withdrawn':
      return 'not_asked';
  }
}

/** Where one person works alone nobody could ever say yes: then nothing is held back. */
export function hasAnybodyToAsk(colleagues: readonly Colleague[], askerId: string): boolean {
  return colleagues.some(
    ({ id, roles }) => id !== askerId && APPROVER_ROLES.some((role) => roles.includes(role)),
  );
}
