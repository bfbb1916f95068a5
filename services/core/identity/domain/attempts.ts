/** How often something may be tried within a window of time. */
export interface Limit {
  name: string;
  most: number;
  seconds: number;
}

const MINUTE = 60;
const HOUR = 3_600;

/**
 * Failures are counted for signing in, so that nobody is kept out by their own success; requests are counted for what
 * sends mail or makes accounts. The address limits are wide: a whole office may share one.
 */
export const limits = {
  signInByEmail: { name: 'sign-in-email', most: 5, seconds: 15 * MINUTE },
  signInByAddress: { name: 'sign-in-address', most: 100, seconds: 15 * MINUTE },
  signUpByAddress: { name: 'sign-up-address', most: 30, seconds: HOUR },
  mailByEmail: { name: 'mail-email', most: 5, seconds: HOUR },
  mailByAddress: { name: 'mail-address', most: 60, seconds: HOUR },
  linkByAddress: { name: 'link-address', most: 60, seconds: 15 * MINUTE },
  passwordByPerson: { name: 'password-person', most: 10, seconds: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

export interface Count {
  count: number;
  windowEndsAt: Date;
}

/** Whole minutes to wait before the next try; 0 when it may be tried now. */
export function minutesToWait(limit: Limit, counted: Count | null, now: Date): number {
  if (counted === null || counted.windowEndsAt <= now || counted.count < limit.most) return 0;
  return Math.ceil((counted.windowEndsAt.getTime() - now.getTime()) / (MINUTE * 1_000));
}
