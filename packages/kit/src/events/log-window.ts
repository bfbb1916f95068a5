import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { isAfter, type LoggedEvent, type LogPosition, logEnd, readLog, readRipe } from './log.ts';

export interface LogStretch {
  events: LoggedEvent[];
  /** Up to here nothing of these types is left to read. */
  reached: LogPosition;
  more: boolean;
}

/** Reads on in the log after a position; without types: events of every type. */
export type ReadOn = (query: {
  after: LogPosition;
  types?: readonly string[];
  limit: number;
}) => Promise<LogStretch>;

export interface LogWindow {
  readOn: ReadOn;
  /** Something was committed: the next reader looks at the log again. */
  grown(): void;
  /** Called when events may be there that stood behind a transaction under way. */
  onHeldReady(listener: () => void): void;
}

/** How much of the end of the log is remembered; who is further behind reads the database. */
const MOST_KEPT = 300;
const MOST_READ = 200;
/** A commit that nobody told of is found at a look after this time; in one process alone each is told. */
const FRESH_MILLISECONDS = { embedded: 2_000, postgres: 200 };
/** Events behind a transaction that is still under way: looked at again after this time. */
const HELD_MILLISECONDS = 10;

/** Each reading for itself, from the database. */
export function readAlone(database: Database): ReadOn {
  return async ({ after, limit, ...rest }) => {
    const { end, events } = await database.withSystem(async ({ client }) => ({
      // Read first: whatever stands before this end is certainly seen by the read that follows.
      end: await logEnd(client),
      events: await readLog(client, { after, limit, ...rest }),
    }));
    const last = events.at(-1)?.position ?? after;
    const more = events.length === limit;
    // Events of other kinds are behind us too: who waits for a rare one must not read past them at every look.
    return { events, reached: more || isAfter(last, end) ? last : end, more };
  };
}

/**
 * The end of the log, read once for every reader of this process: a dozen consumers and the rooms would otherwise each ask
 * the database after every commit, most of them for events that are not there.
 */
export async function createLogWindow(database: Database): Promise<LogWindow> {
  const alone = readAlone(database);
  const fresh = FRESH_MILLISECONDS[database.kind];
  let from = await database.withSystem(({ client }) => logEnd(client));
  let to = from;
  let kept: LoggedEvent[] = [];
  let stale = true;
  let lookedAt = performance.now();
  let looking: Promise<void> | null = null;
  let waits = false;
  const heldListeners: (() => void)[] = [];

  const awaitHeld = async () => {
    if (waits) return;
    waits = true;
    await pause(HELD_MILLISECONDS, undefined, { ref: false });
    waits = false;
    stale = true;
    for (const listener of heldListeners) listener();
  };
  const look = async () => {
    stale = false;
    try {
      const { events, held } = await readRipe(database, to, MOST_READ);
      lookedAt = performance.now();
      if (events.length === MOST_READ) stale = true;
      else if (held) void awaitHeld();
      to = events.at(-1)?.position ?? to;
      kept = kept.concat(events);
      const dropped = kept.length - MOST_KEPT;
      if (dropped > 0) {
        from = kept[dropped - 1]?.position ?? from;
        kept = kept.slice(dropped);
      }
    } catch (error) {
      stale = true;
      throw error;
    }
  };
  /** A look that began before the commit does not show it: then another follows, one for all who wait. */
  const lookWhenStale = async () => {
    while (looking !== null) await looking.catch(() => {});
    if (!stale && performance.now() - lookedAt < fresh) return;
    looking = look().finally(() => {
      looking = null;
    });
    await looking;
  };
  return {
    grown: () => {
      stale = true;
    },
    onHeldReady: (listener) => void heldListeners.push(listener),
    readOn: async (query) => {
      await lookWhenStale();
      const { after, types, limit } = query;
      if (isAfter(from, after)) return alone(query);
      const ahead = kept.slice(kept.findLastIndex(({ position }) => !isAfter(position, after)) + 1);
      const wanted =
        types === undefined ? ahead : ahead.filter(({ envelope }) => types.includes(envelope.type));
      const events = wanted.slice(0, limit);
      const full = events.length === limit;
      const last = full ? events.at(-1)?.position : undefined;
      return { events, reached: last ?? (isAfter(after, to) ? after : to), more: full || stale };
    },
  };
}
