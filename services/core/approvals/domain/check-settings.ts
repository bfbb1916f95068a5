import type { ApprovalSettings } from '@tokenholic/contracts';
import type { Refusal } from './failures.ts';

/** Why settings cannot be kept; null when they can. */
export function faultOf({ rules, calendar, ladder }: ApprovalSettings): Refusal | null {
  if (new Set(rules.map(({ id }) => id)).size < rules.length) return 'rule_twice';
  if (new Set(ladder).size < ladder.length) return 'ladder_twice';
  return calendar.opens < calendar.closes ? null : 'hours_wrong';
}
