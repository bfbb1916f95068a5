import type { RedisConnection } from '../redis/redis.ts';
import type { Logger } from '../telemetry/logger.ts';
import { readEntry, type SharedCache } from './shared-cache.ts';

const SCAN_COUNT = 500;

/** Entries in Redis, each with its own expiry. An outage is a miss, never a failure. */
export function createRedisCache({ client }: RedisConnection, logger: Logger): SharedCache {
  const full = (organizationId: string, key: string) => `tokenholic:cache:${organizationId}:${key}`;
  const orNothing = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      logger.debug({ err: error }, 'shared cache left out');
      return null;
    }
  };
  return {
    get: async (organizationId, key, schema) => {
      const text = await orNothing(() => client.get(full(organizationId, key)));
      return text === null ? null : readEntry(text, schema);
    },
    set: async (organizationId, key, value, milliseconds) => {
      const expiration = { type: 'PX' as const, value: Math.max(1, Math.round(milliseconds)) };
      await orNothing(() => client.set(full(organizationId, key), JSON.stringify(value), { expiration }));
    },
    remove: async (organizationId, key) => {
      await orNothing(() => client.unlink(full(organizationId, key)));
    },
    clear: async (organizationId) => {
      await orNothing(async () => {
        const pages = client.scanIterator({ MATCH: full(organizationId, '*'), COUNT: SCAN_COUNT });
        for await (const keys of pages) if (keys.length > 0) await client.unlink(keys);
      });
    },
  };
}
