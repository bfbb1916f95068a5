import type { Logger } from '../telemetry/logger.ts';
import type { HeldLock, Locks } from './locks.ts';
import { LEASE_MILLISECONDS } from './redis-locks.ts';

/** Whether this process does what only one should do. */
export interface Leadership {
  readonly leads: boolean;
  /** Looks now instead of at the next tick. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const TICK_MILLISECONDS = 1_000;

/**
 * Stands for election until stopped. Leadership saves work, it does not guard data: two leaders for a moment are possible
 * with any lock that can run out, so what a leader does must bear being done twice.
 */
export function startLeadership(locks: Locks, name: string, logger: Logger): Leadership {
  let lock: HeldLock | null = null;
  let confirmedAt = 0;
  let stopped = false;
  let looking: Promise<void> | null = null;

  const lookOnce = async () => {
    const at = performance.now();
    try {
      if (lock !== null && !(await lock.confirm())) {
        lock = null;
        logger.warn({ leadership: name }, 'leadership was lost');
      }
      if (lock === null && !stopped) {
        lock = await locks.tryTake(name);
        // Alone it leads in everything, which nobody needs to be told at each start.
        if (lock !== null)
          logger[locks.contested ? 'info' : 'debug']({ leadership: name }, 'this process leads');
      }
      if (lock !== null) confirmedAt = at;
    } catch (error) {
      lock = null;
      logger.warn({ err: error, leadership: name }, 'leadership cannot be confirmed');
    }
  };
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const timer = setInterval(() => void look(), TICK_MILLISECONDS);
  timer.unref();
  return {
    get leads() {
      return lock !== null && performance.now() - confirmedAt < LEASE_MILLISECONDS;
    },
    look,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      const last = lock;
      lock = null;
      await last?.release().catch((error) => logger.debug({ err: error }, 'lock could not be freed'));
    },
  };
}
