import type { z } from 'zod';

/**
 * What several processes remember together. Only what can be made again belongs here: an entry may be gone at any moment,
 * and while Redis is away every answer is null. Values are JSON, read back through their schema.
 */
export interface SharedCache {
  get<T>(organizationId: string, key: string, schema: z.ZodType<T>): Promise<T | null>;
  set(organizationId: string, key: string, value: unknown, milliseconds: number): Promise<void>;
  remove(organizationId: string, key: string): Promise<void>;
  /** Forgets everything of one organisation. */
  clear(organizationId: string): Promise<void>;
}

interface Entry {
  text: string;
  expiresAt: number;
}

/** For the product in one process. Bounded, least recently used first out. */
export function createMemorySharedCache(maximumEntries: number, now: () => number): SharedCache {
  const entries = new Map<string, Entry>();
  const full = (organizationId: string, key: string) => `${organizationId}\u0000${key}`;
  return {
    get: async (organizationId, key, schema) => {
      const id = full(organizationId, key);
      const entry = entries.get(id);
      if (entry === undefined) return null;
      entries.delete(id);
      if (entry.expiresAt <= now()) return null;
      entries.set(id, entry);
      return readEntry(entry.text, schema);
    },
    set: async (organizationId, key, value, milliseconds) => {
      const id = full(organizationId, key);
      entries.delete(id);
      entries.set(id, { text: JSON.stringify(value), expiresAt: now() + milliseconds });
      const oldest = entries.keys().next().value;
      if (entries.size > maximumEntries && oldest !== undefined) entries.delete(oldest);
    },
    remove: async (organizationId, key) => void entries.delete(full(organizationId, key)),
    clear: async (organizationId) => {
      for (const id of entries.keys()) if (id.startsWith(`${organizationId}\u0000`)) entries.delete(id);
    },
  };
}

/** Null for what another version of the product wrote in another shape: it is made again. */
export function readEntry<T>(text: string, schema: z.ZodType<T>): T | null {
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
