/** How long an answer counts. What ends in another process is good for this much longer at most. */
const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 5_000;

/** Remembers answers for a moment: every request and every event to a browser asks who somebody is. */
export function createMemory<T>(now: () => number) {
  const known = new Map<string, { until: number; value: Promise<T> }>();
  return {
    remember: (key: string, read: () => Promise<T>): Promise<T> => {
      const entry = known.get(key);
      if (entry !== undefined && entry.until > now()) return entry.value;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const value = read();
      known.set(key, { until: now() + REMEMBERED_MS, value });
      value.catch(() => known.delete(key));
      return value;
    },
    forget: () => known.clear(),
  };
}
