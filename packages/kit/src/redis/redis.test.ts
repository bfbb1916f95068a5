import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createRedisCache } from '../cache/redis-cache.ts';
import { sharedCacheContract } from '../cache/shared-cache.contract.ts';
import { locksContract } from '../locks/locks.contract.ts';
import { createRedisLocks } from '../locks/redis-locks.ts';
import { announcementsContract } from '../realtime/announcements.contract.ts';
import { createMemoryAnnouncements, type MemoryHub } from '../realtime/announcements.ts';
import { createRedisAnnouncements } from '../realtime/redis-announcements.ts';
import { createLogger } from '../telemetry/logger.ts';
import { redisBinary } from '../testing/binaries.ts';
import { startRedis, type TestServer } from '../testing/servers.ts';
import { connectRedis, type RedisConnection } from './redis.ts';

const logger = createLogger('silent');
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('announcements in memory', () => {
  const hub: MemoryHub = new Set();
  announcementsContract(async () => createMemoryAnnouncements(hub));
});

describe.skipIf(redisBinary === null)('on Redis', () => {
  let server: TestServer;
  let redis: RedisConnection;
  beforeAll(async () => {
    server = await startRedis();
    redis = connectRedis(server.url, logger);
    await redis.connected;
  });
  afterAll(async () => {
    redis.close();
    await server.stop();
  });

  describe('shared cache', () => sharedCacheContract(() => createRedisCache(redis, logger), pause));
  describe('locks', () => {
    locksContract(() => createRedisLocks(redis));

    test('a lease that is not extended runs out, and its holder is told', async () => {
      const locks = createRedisLocks(redis, 40);
      const held = await locks.tryTake('lease');
      await pause(80);
      expect(await held?.confirm()).toBe(false);
      expect(await createRedisLocks(redis).tryTake('lease')).not.toBeNull();
    });
  });
  describe('announcements', () =>
    announcementsContract(async () => {
      const announcements = createRedisAnnouncements(redis, server.url, logger);
      await announcements.listening;
      return announcements;
    }));

  test('while Redis is away the cache misses at once; when it is back everything goes on, and the gap is told', async () => {
    const own = await startRedis();
    const connection = connectRedis(own.url, logger);
    await connection.connected;
    const cache = createRedisCache(connection, logger);
    const announcements = createRedisAnnouncements(connection, own.url, logger);
    await announcements.listening;
    let gaps = 0;
    let heard = 0;
    announcements.onGap(() => {
      gaps += 1;
    });
    announcements.onAnnouncement('log', () => {
      heard += 1;
    });
    await cache.set('a', 'key', 'value', 60_000);
    await own.stop();
    await expect.poll(() => connection.client.isReady).toBe(false);
    expect(await cache.get('a', 'key', z.string())).toBeNull();
    const again = await startRedis(own.port);
    await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1);
    const other = createRedisAnnouncements(redis, server.url, logger);
    await expect
      .poll(async () => {
        await connection.client.publish('tokenholic:announcements', 'somebody log').catch(() => 0);
        return heard;
      })
      .toBeGreaterThan(0);
    await other.close();
    await announcements.close();
    connection.close();
    await again.stop();
  });
});

test('a product whose Redis never answers starts and works without it', async () => {
  const connection = connectRedis('redis://127.0.0.1:1', logger);
  const cache = createRedisCache(connection, logger);
  await cache.set('a', 'key', 'value', 1_000);
  expect(await cache.get('a', 'key', z.string())).toBeNull();
  connection.close();
});
