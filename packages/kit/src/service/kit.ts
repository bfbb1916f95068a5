import type { BlobStore } from '../blobs/blobs.ts';
import type { Cache } from '../cache/cache.ts';
import type { Database } from '../database/database.ts';
import type { SecretStore } from '../secrets/secrets.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** What each service stands on. */
export interface Kit {
  database: Database;
  blobs: BlobStore;
  secrets: SecretStore;
  cache: Cache;
  logger: Logger;
  metrics: Metrics;
  now: () => Date;
}
