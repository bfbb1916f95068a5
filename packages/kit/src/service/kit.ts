import type { BlobStore } from '../blobs/blobs.ts';
import type { Cache } from '../cache/cache.ts';
import type { SharedCache } from '../cache/shared-cache.ts';
import type { Database } from '../database/database.ts';
import type { Vault } from '../encryption/vault.ts';
import type { Locks } from '../locks/locks.ts';
import type { Announcements } from '../realtime/announcements.ts';
import type { SecretStore } from '../secrets/secrets.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** What each service stands on. */
export interface Kit {
  database: Database;
  blobs: BlobStore;
  secrets: SecretStore;
  /** Personal data at rest, sealed with the key of its organisation. */
  vault: Vault;
  /** What this process remembers. */
  cache: Cache;
  /** What all processes remember together. */
  sharedCache: SharedCache;
  locks: Locks;
  announcements: Announcements;
  logger: Logger;
  metrics: Metrics;
  now: () => Date;
}
