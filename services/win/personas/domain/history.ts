import type { DecisionRole, PersonaChannel } from '@tokenholic/contracts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** One interaction with a person, with nothing in it that somebody else wrote. */
export interface Interaction {
  id: string;
  channel: PersonaChannel;
  /** Who reached out. */
  direction: 'in' | 'out';
  at: Date;
  /** What the person wrote or said, sensitive sentences already left out; null: nothing of their own. */
  words: string | null;
}

/** Everything a persona is worked out from. */
export interface History {
  title: string;
  /** What the person means for the decisions on open deals, as colleagues noted it. */
  roles: readonly DecisionRole[];
  timeZone: string;
  /** Oldest first. */
  interactions: readonly Interaction[];
  now: Date;
}

/** What the person did by themselves: a meeting's hour is chosen by two. */
export function ownActs(interactions: readonly Interaction[]): Interaction[] {
  return interactions.filter(
    ({ channel, direction }) => direction === 'in' && channel !== 'meeting' && channel !== 'note',
  );
}
