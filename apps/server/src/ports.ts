import { join } from 'node:path';
import {
  createFolderBlobs,
  createMemoryAnnouncements,
  createMemoryLocks,
  createMemorySharedCache,
  type Kit,
  type Logger,
} from '@tokenholic/kit';
import type { Configuration } from './configuration.ts';

/** What stands outside this process where the configuration says so, and inside it otherwise. */
export interface Ports extends Pick<Kit, 'blobs' | 'sharedCache' | 'locks' | 'announcements'> {
  close(): Promise<void>;
}

export function embeddedPorts(configuration: Configuration): Ports {
  return {
    blobs: createFolderBlobs(join(configuration.dataFolder, 'blobs')),
    sharedCache: createMemorySharedCache(500, Date.now),
    locks: createMemoryLocks(),
    announcements: createMemoryAnnouncements(),
    close: async () => {},
  };
}

/** Opens what the configuration names. None of the servers but the database has to be there at the start. */
export async function openPorts(configuration: Configuration, logger: Logger): Promise<Ports> {
  const { databaseUrl, redisUrl, s3 } = configuration;
  const embedded = embeddedPorts(configuration);
  if (databaseUrl === null && redisUrl === null && s3 === null) return embedded;
  const scale = await import('@tokenholic/kit/scale');
  const redis = redisUrl === null ? null : scale.connectRedis(redisUrl, logger);
  const store = s3 === null ? null : scale.createS3Blobs(s3);
  const announcements =
    redis === null || redisUrl === null
      ? embedded.announcements
      : scale.createRedisAnnouncements(redis, redisUrl, logger);
  const ownLocks = databaseUrl === null ? embedded.locks : scale.createPostgresLocks(databaseUrl, logger);
  const locks = configuration.locks === 'redis' && redis !== null ? scale.createRedisLocks(redis) : ownLocks;
  return {
    blobs: store ?? embedded.blobs,
    sharedCache: redis === null ? embedded.sharedCache : scale.createRedisCache(redis, logger),
    locks,
    announcements,
    close: async () => {
      await locks.close();
      await announcements.close();
      redis?.close();
      store?.close();
    },
  };
}
