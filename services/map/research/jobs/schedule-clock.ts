import { createClock, type Kit } from '@tokenholic/kit';
import { startDueResearch } from '../commands/schedule-research.ts';

const EVERY_MILLISECONDS = 60_000;

/** Looks once a minute for research that is due. What fell due while nothing ran is done at the first look. */
export function createScheduleClock(kit: Kit) {
  return createClock(kit, 'research schedule', EVERY_MILLISECONDS, () => startDueResearch(kit));
}
