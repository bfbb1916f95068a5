/** Good and bad signs, each decayed to `at`. */
export interface Mood {
  good: number;
  bad: number;
  at: Date;
}

const HALF_LIFE_DAYS = 14;
/** Signs that would be needed to move half way from "nothing known". */
const DOUBT = 1.5;
const NOTHING_KNOWN = 60;

/** Adds a sign in [-1, 1] at a time; older signs have faded by half each fortnight. */
export function addSign(mood: Mood, sign: number, at: Date): Mood {
  const days = Math.max(0, at.getTime() - mood.at.getTime()) / 86_400_000;
  const fade = 0.5 ** (days / HALF_LIFE_DAYS);
  return {
    good: mood.good * fade + Math.max(0, sign),
    bad: mood.bad * fade + Math.max(0, -sign),
    at: at > mood.at ? at : mood.at,
  };
}

/**
 * 0 to 100. Balance b = (good − bad) / (good + bad + 1.5); health = 60 + 40·b above, 60 + 60·b below: without signs a client
 * stands at 60, and bad news weighs more than good.
 */
export function healthOf({ good, bad }: Mood): number {
  const balance = (good - bad) / (good + bad + DOUBT);
  return Math.round(NOTHING_KNOWN + (balance > 0 ? 100 - NOTHING_KNOWN : NOTHING_KNOWN) * balance);
}

/** Clients below are at risk; below the second they are watched. */
export const AT_RISK = 45;
export const WATCH = 70;
