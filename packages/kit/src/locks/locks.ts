/** A lock that one process holds. It ends with the process, however that dies. */
export interface HeldLock {
  /** Whether it is still ours; extends it where locks run out. */
  confirm(): Promise<boolean>;
  release(): Promise<void>;
}

/** Who may do something that only one process should do at a time. */
export interface Locks {
  /** Whether other processes may want the same locks. */
  readonly contested: boolean;
  /** Takes the lock when nobody has it, also not this process; null otherwise. Never waits for its end. */
  tryTake(name: string): Promise<HeldLock | null>;
  close(): Promise<void>;
}

/** For the product in one process. */
export function createMemoryLocks(taken: Set<string> = new Set()): Locks {
  const own = new Set<string>();
  const free = (name: string) => {
    if (own.delete(name)) taken.delete(name);
  };
  return {
    contested: false,
    tryTake: async (name) => {
      if (taken.has(name)) return null;
      taken.add(name);
      own.add(name);
      let held = true;
      return {
        confirm: async () => held && own.has(name),
        release: async () => {
          if (held) free(name);
          held = false;
        },
      };
    },
    close: async () => {
      for (const name of [...own]) free(name);
    },
  };
}
