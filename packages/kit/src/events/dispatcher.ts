import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../telemetry/logger.ts';
import type { Consumer } from './consumer.ts';

export interface Dispatcher {
  /** New events may be there: look now instead of at the next tick. */
  wake(): void;
  /** Resolves when everything that could be handled has been. For tests and shutdown. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const TICK_MILLISECONDS = 250;
/** What was set aside waits a second at least. */
const TICKS_TO_RETRY = 4;
const BEHIND_MILLISECONDS = 10;

/** Names of the consumers that set events aside. */
export type WhoParked = () => Promise<ReadonlySet<string>>;

/**
 * Runs the consumers of this process over the log, one after the other: the embedded database has one connection. With
 * `whoParked` it is asked once for all of them whether there is anything to try again: there seldom is.
 */
export function startDispatcher(
  consumers: readonly Consumer[],
  logger: Logger,
  whoParked?: WhoParked,
): Dispatcher {
  let stopped = false;
  let again = false;
  let round: Promise<void> | null = null;

  const toRetry = async (): Promise<readonly Consumer[]> => {
    if (whoParked === undefined) return consumers;
    try {
      const parked = await whoParked();
      return consumers.filter(({ name }) => parked.has(name));
    } catch (error) {
      logger.error({ err: error }, 'events set aside could not be looked for');
      return [];
    }
  };
  const runRounds = async (withRetries: boolean) => {
    const retrying = withRetries ? await toRetry() : [];
    do {
      again = false;
      for (const consumer of consumers) {
        if (stopped) return;
        try {
          if (await consumer.step()) again = true;
          if (retrying.includes(consumer)) await consumer.retry();
        } catch (error) {
          // The database did not answer: the cursor stands where it stood, the next tick tries again.
          logger.error({ err: error, consumer: consumer.name }, 'consumer could not read the log');
        }
      }
    } while (again && !stopped);
  };
  const run = (withRetries: boolean) => {
    if (stopped) return;
    if (round !== null) {
      again = true;
      return;
    }
    round = runRounds(withRetries).finally(() => {
      round = null;
    });
  };
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    run(ticks % TICKS_TO_RETRY === 0);
  }, TICK_MILLISECONDS);
  timer.unref();
  return {
    wake: () => run(false),
    idle: async () => {
      for (;;) {
        run(false);
        while (round !== null) await round;
        const behind = await Promise.all(consumers.map((consumer) => consumer.behind?.() ?? false));
        if (stopped || !behind.includes(true)) return;
        await pause(BEHIND_MILLISECONDS);
      }
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}

/** Dispatchers side by side, as one: where there are many connections a slow consumer need not hold up the others. */
export function joinDispatchers(dispatchers: readonly Dispatcher[]): Dispatcher {
  return {
    wake: () => {
      for (const dispatcher of dispatchers) dispatcher.wake();
    },
    idle: async () => {
      // What one handles may be news for another: after as many rounds as there are, every chain has run through.
      for (const _round of dispatchers) await Promise.all(dispatchers.map((dispatcher) => dispatcher.idle()));
    },
    stop: async () => {
      await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    },
  };
}
