export interface Visits {
  lastActiveAt: Date;
  /** When the person was last here before the present visit: the summary starts there. */
  awaySince: Date;
}

/** A pause longer than this ends a visit. */
const PAUSE_MILLISECONDS = 30 * 60_000;
/** A first visit looks back this far. */
const FIRST_LOOK_MILLISECONDS = 7 * 86_400_000;

/** A sign of life of a person: within a visit nothing changes, after a pause a new visit begins. */
export function advanceVisit(known: Visits | null, now: Date): Visits {
  if (known === null)
    return { lastActiveAt: now, awaySince: new Date(now.getTime() - FIRST_LOOK_MILLISECONDS) };
  const paused = now.getTime() - known.lastActiveAt.getTime() > PAUSE_MILLISECONDS;
  return { lastActiveAt: now, awaySince: paused ? known.lastActiveAt : known.awaySince };
}
