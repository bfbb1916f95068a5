import type { NoticeKind, NoticeLevel, NoticePreferences } from '@tokenholic/contracts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** What the clocks of a zone show, as minutes since 1970 on a calendar without zones. */
function wallMinutes(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? Number.NaN);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall / MINUTE;
}

/** The next moment after `at` at which clocks in the zone show this time of day, also over a change to summer time. */
export function nextClock(at: Date, clock: string, timeZone: string): Date {
  const wall = wallMinutes(at, timeZone);
  const startOfDay = wall - (wall % DAY_MINUTES);
  for (let day = 0; ; day += 1) {
    const wanted = startOfDay + day * DAY_MINUTES + minutesOf(clock);
    let found = Math.floor(at.getTime() / MINUTE) * MINUTE + (wanted - wall) * MINUTE;
    // The zone's distance from UTC may be another then than now.
    found += (wanted - wallMinutes(new Date(found), timeZone)) * MINUTE;
    if (found > at.getTime()) return new Date(found);
  }
}

type Quiet = Pick<NoticePreferences, 'quiet' | 'timeZone'>;

/** Whether a moment lies in somebody's quiet hours; from 22:00 to 07:00 goes over midnight. */
export function isQuiet({ quiet, timeZone }: Quiet, at: Date): boolean {
  if (quiet === null) return false;
  const now = wallMinutes(at, timeZone) % DAY_MINUTES;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** When a notice leaves by mail; null: not at all. */
export function mailTime(
  preferences: NoticePreferences,
  { kind, level }: { kind: NoticeKind; level: NoticeLevel },
  now: Date,
): Date | null {
  const { mail } = preferences.kinds[kind];
  if (mail === 'never') return null;
  if (mail === 'daily') return nextClock(now, preferences.dailyAt, preferences.timeZone);
  const { quiet, timeZone, criticalAlways } = preferences;
  if (quiet === null || (level === 'critical' && criticalAlways) || !isQuiet(preferences, now)) return now;
  return nextClock(now, quiet.to, timeZone);
}

const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 3_600;
export const MOST_ATTEMPTS = 8;

/** When to try again after so many attempts failed; what the other side asked for counts where it is longer. */
export function nextTry(attempts: number, now: Date, retryAfterSeconds: number | null): Date {
  const seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempts - 1));
  return new Date(now.getTime() + Math.max(seconds, retryAfterSeconds ?? 0) * 1_000);
}

/** Least time between two messages to one receiver: what comes meanwhile goes with the next. */
const APART_SECONDS = { email: 300, slack: 10, teams: 10 } as const;

/** When the next message may leave; now, unless one left a moment ago. */
export function nextTurn(way: keyof typeof APART_SECONDS, lastSentAt: Date | null, now: Date): Date {
  if (lastSentAt === null) return now;
  return new Date(Math.max(now.getTime(), lastSentAt.getTime() + APART_SECONDS[way] * 1_000));
}

/** Whether a notice may show itself on the screen now; the centre has it in any case. */
export function popsUp(
  preferences: NoticePreferences,
  { kind, level }: { kind: NoticeKind; level: NoticeLevel },
  now: Date,
): boolean {
  if (!preferences.kinds[kind].popUp) return false;
  return !isQuiet(preferences, now) || (level === 'critical' && preferences.criticalAlways);
}
