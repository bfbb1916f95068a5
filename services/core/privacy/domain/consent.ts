import type { ConsentCheck } from '@tokenholic/contracts';

export interface Decision {
  decision: 'given' | 'withdrawn';
  decidedAt: Date;
  expiresAt: Date | null;
}

/** What the newest decision of an address means today. Silence is no consent. */
export function standOf(newest: Decision | null, now: Date): ConsentCheck {
  if (newest === null) return { allowed: false, because: 'never_asked', since: null };
  const since = newest.decidedAt.toISOString();
  if (newest.decision === 'withdrawn') return { allowed: false, because: 'withdrawn', since };
  if (newest.expiresAt !== null && newest.expiresAt <= now)
    return { allowed: false, because: 'expired', since: newest.expiresAt.toISOString() };
  return { allowed: true, because: 'given', since };
}

/** The end of a day that was named without a time, in UTC. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999Z`);
