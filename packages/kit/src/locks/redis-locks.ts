import { uuidv7 } from 'uuidv7';
import type { RedisConnection } from '../redis/redis.ts';
import type { Locks } from './locks.ts';

export const LEASE_MILLISECONDS = 10_000;

const EXTEND =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end";
const RELEASE =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

/** Leases in Redis, each under a token of its own: who lost one cannot extend or free its successor's. */
export function createRedisLocks({ client }: RedisConnection, leaseMilliseconds = LEASE_MILLISECONDS): Locks {
  const held = new Map<string, string>();
  const free = async (key: string, token: string) => {
    await client.eval(RELEASE, { keys: [key], arguments: [token] });
  };
  return {
    contested: true,
    tryTake: async (name) => {
      const key = `tokenholic:lock:${name}`;
      const token = uuidv7();
      const expiration = { type: 'PX' as const, value: leaseMilliseconds };
      const answer = await client.set(key, token, { condition: 'NX', expiration });
      if (answer === null) return null;
      held.set(key, token);
      return {
        confirm: async () => {
          const extended = await client.eval(EXTEND, {
            keys: [key],
            arguments: [token, String(leaseMilliseconds)],
          });
          return extended === 1;
        },
        release: async () => {
          if (held.get(key) === token) held.delete(key);
          await free(key, token);
        },
      };
    },
    close: async () => {
      // Best effort: what cannot be freed now runs out by itself.
      await Promise.allSettled([...held].map(([key, token]) => free(key, token)));
      held.clear();
    },
  };
}
