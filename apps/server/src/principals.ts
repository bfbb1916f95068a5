import { createPrincipals, type Principals } from '@tokenholic/identity';
import type { Kit } from '@tokenholic/kit';

/** Forgotten in one process, forgotten in all: at once by announcement, and without it when the change is read in the log. */
export function announcedPrincipals(kit: Kit): Principals & { forgetHere: () => void } {
  const principals = createPrincipals(kit);
  const forgetHere = () => principals.forget();
  kit.announcements.onAnnouncement('principals', forgetHere);
  kit.announcements.onGap(forgetHere);
  return {
    ...principals,
    forget: () => {
      forgetHere();
      kit.announcements.announce('principals');
    },
    forgetHere,
  };
}
