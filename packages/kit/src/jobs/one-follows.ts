export interface Followed {
  /** Asks for the work: resolves when a run that began after this call has ended. */
  ask(): Promise<void>;
  /** Resolves when what was asked for is done. */
  settled(): Promise<void>;
}

/** `work`, one at a time: however often it is asked for meanwhile, one run follows the one under way. It must not fail. */
export function oneFollows(work: () => Promise<void>): Followed {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return {
    ask: () => {
      next ??= running.then(() => {
        next = null;
        return work();
      });
      running = next;
      return next;
    },
    settled: () => running,
  };
}
