import type { Onlooker } from '@tokenholic/contracts';

/** How news reaches the screen: at once, every half minute, or not at all. */
export type Link = 'live' | 'polling' | 'offline';

export function linkOf({
  live,
  online,
  unreachable,
}: {
  live: boolean;
  online: boolean;
  unreachable: boolean;
}): Link {
  if (live) return 'live';
  return online && !unreachable ? 'polling' : 'offline';
}

/** Who looks at which client, by the client's id. */
export type Onlookers = Readonly<Record<string, readonly Onlooker[]>>;

/** Everybody but oneself. */
export function others(people: Onlookers, me: string | undefined): Onlookers {
  return Object.fromEntries(
    Object.entries(people).map(([room, found]) => [room, found.filter(({ userId }) => userId !== me)]),
  );
}
