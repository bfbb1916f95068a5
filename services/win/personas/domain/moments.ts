import type { LocalizedText } from '@tokenholic/contracts';
import { DAY, HOUR } from './history.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const NAMES_EN: Readonly<Record<string, string>> = {
  ...{ mon: 'Mondays', tue: 'Tuesdays', wed: 'Wednesdays', thu: 'Thursdays' },
  ...{ fri: 'Fridays', sat: 'Saturdays', sun: 'Sundays' },
};
const NAMES_ZH: Readonly<Record<string, string>> = {
  ...{ mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
};

/** When something happened by the person's own clock. */
export interface LocalTime {
  /** 0 for Monday. */
  weekday: number;
  /** With its minutes as a fraction. */
  hour: number;
}

/** Reads times in one time zone; making the reader costs more than using it. */
export function clockIn(timeZone: string): (at: Date) => LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const weekday = WEEKDAYS.findIndex((day) => day === (parts.get('weekday') ?? '').toLowerCase());
    return { weekday, hour: Number(parts.get('hour')) + Number(parts.get('minute')) / 60 };
  };
}

/** Whether it is the name of a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const clock = (hour: number) => `${String(((hour % 24) + 24) % 24).padStart(2, '0')}:00`;

/** `9-12` → 09:00–12:00; null for anything else. */
export function labelOfHours(value: string): LocalizedText | null {
  const [from, to] = value.split('-').map(Number);
  if (!/^\d{1,2}-\d{1,2}$/.test(value) || from === undefined || to === undefined) return null;
  const text = `${clock(from)}–${clock(to)}`;
  return { zh: text, en: text };
}

/** `tue/9-12` → Tuesdays 09:00–12:00; null for anything else. */
export function labelOfMoment(value: string): LocalizedText | null {
  const [day = '', hours = ''] = value.split('/');
  const time = labelOfHours(hours);
  if (time === null || NAMES_EN[day] === undefined) return null;
  return { zh: `${NAMES_ZH[day]} ${time.zh}`, en: `${NAMES_EN[day]} ${time.en}` };
}

/** The next time that weekday and hour come round, at least two hours ahead. */
export function nextMoment(value: string, timeZone: string, now: Date): Date | null {
  if (labelOfMoment(value) === null) return null;
  const [day = '', hours = ''] = value.split('/');
  const [from = 0, to = 0] = hours.split('-').map(Number);
  const middle = Math.floor((from + (to > from ? to : to + 24)) / 2) % 24;
  const read = clockIn(timeZone);
  const start = Math.ceil((now.getTime() + 2 * HOUR) / HOUR) * HOUR;
  for (let time = start; time < start + 8 * DAY; time += HOUR) {
    const local = read(new Date(time));
    if (WEEKDAYS[local.weekday] === day && Math.floor(local.hour) === middle) return new Date(time);
  }
  return null;
}
