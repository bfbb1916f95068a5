import type { ActivityKind } from '@tokenholic/contracts';

/** When: weeks before this one, day of the week, and time in Shanghai. */
export type Moment = readonly [
  week: number,
  day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun',
  time: string,
];

/** What was said with one person of a sample deal, for their persona. */
export interface SampleHistory {
  /** Place of the client among the sample clients, and of the deal among its deals. */
  client: number;
  deal: number;
  /** Key of the person in the sample account. */
  person: string;
  said: readonly {
    at: Moment;
    kind: ActivityKind;
    direction: 'in' | 'out';
    subject: string;
    text: string;
  }[];
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

/** The instant of a moment, seen from now. */
export function instantOf([week, day, time]: Moment, now: Date): Date {
  const today = Math.floor((now.getTime() + SHANGHAI) / DAY);
  // Day 0 of the epoch was a Thursday.
  const monday = today - ((today + 3) % 7);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const local = (monday - 7 * week + DAYS.indexOf(day)) * DAY + (hour * 60 + minute) * 60_000;
  return new Date(local - SHANGHAI);
}

type Line = readonly [...Moment, subject: string, text: string];
const lines = (kind: ActivityKind, direction: 'in' | 'out', list: readonly Line[]): SampleHistory['said'] =>
  list.map(([week, day, time, subject, text]) => ({
    ...{ at: [week, day, time], kind, direction, subject, text },
  }));

export const letters = (list: readonly Line[]) => lines('email', 'in', list);
export const ours = (list: readonly Line[]) => lines('email', 'out', list);
export const calls = (list: readonly Line[]) => lines('call', 'in', list);
export const meetings = (list: readonly Line[]) => lines('meeting', 'out', list);
