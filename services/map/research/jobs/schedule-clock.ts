import type { Kit } from '@tokenholic/kit';
import { startDueResearch } from '../commands/schedule-research.ts';

const EVERY_MILLISECONDS = 60_000;

/** Looks once a minute for research that is due. What fell due while nothing ran is done at the first look. */
export function createScheduleClock(kit: Kit) {
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = startDueResearch(kit).catch((error) =>
      kit.logger.error({ err: error }, 'scheduled research could not be started'),
    );
  };
  return {
    start: async (): Promise<void> => {
      timer = setInterval(look, EVERY_MILLISECONDS);
      timer.unref();
    },
    stop: async (): Promise<void> => {
      if (timer !== null) clearInterval(timer);
      await looking;
    },
  };
}
