import type { Role } from '@tokenholic/contracts';

/** Roles that decide about other people, about keys or about the installation. */
const ADMINISTRATORS: ReadonlySet<Role> = new Set(['owner', 'admin', 'platform_admin']);
/** Days an administrator has, from joining, to set a second step up. */
export const GRACE_DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/** Until when this person must have a second step; null when nobody asks for it. */
export function secondStepDue(
  roles: readonly Role[],
  { joinedAt, asked }: { joinedAt: Date; asked: boolean },
): Date | null {
  if (!asked || !roles.some((role) => ADMINISTRATORS.has(role))) return null;
  return new Date(joinedAt.getTime() + GRACE_DAYS * DAY_MS);
}
