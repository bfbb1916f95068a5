/** Keys carry the organisation, so that no tenant can read another's entry by accident. */
export interface Cache {
  get<T>(organizationId: string, key: string): T | undefined;
  set<T>(organizationId: string, key: string, value: T, milliseconds: number): void;
  /** Forgets everything of one organisation. */
  clear(organizationId: string): void;
}

interface Entry {
  value: unknown;
  expiresAt: number;
}

/** Bounded, least recently used first out. */
export function createMemoryCache(maximumEntries: number, now: () => number): Cache {
  const entries = new Map<string, Entry>();
  const full = (organizationId: string, key: string) => `${organizationId}\u0000${key}`;
  return {
    get: <T>(organizationId: string, key: string) => {
      const id = full(organizationId, key);
      const entry = entries.get(id);
      if (entry === undefined) return undefined;
      entries.delete(id);
      if (entry.expiresAt <= now()) return undefined;
      entries.set(id, entry);
      return entry.value as T;
    },
    set: (organizationId, key, value, milliseconds) => {
      const id = full(organizationId, key);
      entries.delete(id);
      entries.set(id, { value, expiresAt: now() + milliseconds });
      const oldest = entries.keys().next().value;
      if (entries.size > maximumEntries && oldest !== undefined) entries.delete(oldest);
    },
    clear: (organizationId) => {
      for (const id of entries.keys()) if (id.startsWith(`${organizationId}\u0000`)) entries.delete(id);
    },
  };
}
