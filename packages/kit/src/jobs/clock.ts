import { type Leadership, startLeadership } from '../locks/leadership.ts';
import type { Kit } from '../service/kit.ts';

export interface Clock {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Work that is looked for at an interval by one process of all that host it. `look` must bear being done twice: a leader
 * that has just lost its place may still be at it.
 */
export function createClock(
  kit: Pick<Kit, 'locks' | 'logger'>,
  name: string,
  everyMilliseconds: number,
  look: () => Promise<unknown>,
): Clock {
  let timer: NodeJS.Timeout | null = null;
  let leadership: Leadership | null = null;
  let looking: Promise<unknown> = Promise.resolve();
  const lookAsLeader = () => {
    if (leadership?.leads !== true) return;
    looking = look().catch((error) => kit.logger.error({ err: error, clock: name }, 'scheduled work failed'));
  };
  return {
    start: async () => {
      leadership = startLeadership(kit.locks, `clock ${name}`, kit.logger);
      timer = setInterval(lookAsLeader, everyMilliseconds);
      timer.unref();
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      await looking;
      await leadership?.stop();
    },
  };
}
