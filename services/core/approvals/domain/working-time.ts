import type { WorkCalendar } from '@tokenholic/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A calendar without an open day for so long is taken as having none. */
const LONGEST_SEARCH_DAYS = 800;

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows in a zone. */
function wallOf(instant: number, timeZone: string): Wall {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    });
  formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    ...{ year: of('year'), month: of('month'), day: of('day') },
    ...{ hour: of('hour'), minute: of('minute'), second: of('second') },
  };
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallOf(instant, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the wall clock of a zone shows this; `day` is its midnight written as UTC. */
function instantOf(day: number, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = day + hour * HOUR + minute * MINUTE;
  // Twice, because the first guess may stand on the other side of a change of clocks.
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

interface Shift {
  opens: number;
  closes: number;
}

/** The working day of a calendar date, null when nobody works. */
function shiftOn(day: number, calendar: WorkCalendar): Shift | null {
  const date = new Date(day);
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  if (!calendar.days.includes(weekday)) return null;
  if (calendar.holidays.includes(date.toISOString().slice(0, 10))) return null;
  const opens = instantOf(day, calendar.opens, calendar.timeZone);
  const closes = instantOf(day, calendar.closes, calendar.timeZone);
  return closes > opens ? { opens, closes } : null;
}

function dayOf(instant: number, timeZone: string): number {
  const { year, month, day } = wallOf(instant, timeZone);
  return Date.UTC(year, month - 1, day);
}

/** When so many working hours have passed since an instant. Null for a calendar in which nobody ever works. */
export function addWorkingHours(from: Date, hours: number, calendar: WorkCalendar): Date | null {
  let left = hours * HOUR;
  let day = dayOf(from.getTime(), calendar.timeZone);
  for (let looked = 0; looked < LONGEST_SEARCH_DAYS; looked += 1, day += DAY) {
    const shift = shiftOn(day, calendar);
    if (shift === null) continue;
    const begins = Math.max(shift.opens, from.getTime());
    const here = shift.closes - begins;
    if (here <= 0) continue;
    if (left <= here) return new Date(begins + left);
    left -= here;
  }
  return null;
}
