export type { BlobStore } from './blobs/blobs.ts';
export { createFolderBlobs, diskFull } from './blobs/folder-blobs.ts';
export { createSealedBlobs } from './blobs/sealed-blobs.ts';
export { type Cache, createMemoryCache } from './cache/cache.ts';
export { shareReads } from './cache/share-reads.ts';
export { createMemorySharedCache, type SharedCache } from './cache/shared-cache.ts';
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type SystemTransaction,
} from './database/database.ts';
export { announcedAddress, type FolderLock, lockFolder } from './database/folder-lock.ts';
export { kitMigrations, type MigrationSet, migrationFingerprint } from './database/migrations.ts';
export type { AuditEntry, TenantTransaction } from './database/transaction.ts';
export { withClient } from './database/with-client.ts';
export * from './encryption/index.ts';
export * from './errors.ts';
export { type Consumer, createConsumer } from './events/consumer.ts';
export { type Dispatcher, joinDispatchers, startDispatcher } from './events/dispatcher.ts';
export { createLedConsumer } from './events/led-consumer.ts';
export { createLogWindow, type LogWindow, type ReadOn } from './events/log-window.ts';
export { whoParked } from './events/parking.ts';
export { openPayload, sealedEvents, sealPayload } from './events/personal-events.ts';
export { createRetrier } from './events/retrier.ts';
export { eventRoutes } from './events/routes.ts';
export { csvLineOf } from './http/csv-line.ts';
export { formatCursor, parseCursor } from './http/cursor.ts';
export { type EntityTag, formatEntityTag, requireEntityTag } from './http/etag.ts';
export { forbidden, notFound, unauthenticated } from './http/failures.ts';
export { sealedRequestAnswers } from './http/idempotency.ts';
export { PAGE_SIZE, pageOf, pageQuerySchema } from './http/paging.ts';
export type { Authenticate, Confirmed, Principal } from './http/principal.ts';
export { sendJson } from './http/send-json.ts';
export {
  contentSecurityPolicy,
  createHttpServer,
  type HttpServer,
  principalOf,
  type ServiceRoutes,
  TOAST_STYLES,
} from './http/server.ts';
export {
  acceptWebhook,
  signWebhook,
  type WebhookDelivery,
  type WebhookGuard,
} from './http/webhook-signature.ts';
export { type Clock, createClock } from './jobs/clock.ts';
export { type JobContext, type JobHandler, type Jobs, startJobs } from './jobs/jobs.ts';
export { type Leadership, startLeadership } from './locks/leadership.ts';
export { createMemoryLocks, type HeldLock, type Locks } from './locks/locks.ts';
export { guardedLookup, isPublicAddress, isPublicUrl } from './network/public-address.ts';
export { answeredTables } from './parting/answers.ts';
export type { Way } from './parting/carry.ts';
export { isInUse } from './parting/ends.ts';
export { type Parted, partSeller } from './parting/part.ts';
export {
  createDepartures,
  organizationDeparted,
  refuseWhileArriving,
} from './placement/departures.ts';
export { listPlacements, type Moved, moveOrganization, type Tier } from './placement/move.ts';
export { refuseWhileMoving } from './placement/passage.ts';
export type { Placement } from './placement/placements.ts';
export { type Announcements, createMemoryAnnouncements } from './realtime/announcements.ts';
export { createRooms, type Rooms } from './realtime/rooms.ts';
export { addSockets } from './realtime/sockets.ts';
export { topicPermissions } from './realtime/topic-permissions.ts';
export { createDatabaseSecrets, databaseSecretsOf } from './secrets/database-secrets.ts';
export { createFileSecrets, fileSecretsOf } from './secrets/file-secrets.ts';
export { hashLinkSecret, newLinkSecret } from './secrets/link-secret.ts';
export type { SecretStore } from './secrets/secrets.ts';
export type { Kit } from './service/kit.ts';
export {
  defineService,
  type Reaction,
  type Reactions,
  type ReactionToMany,
  type Service,
  type ServiceFactory,
} from './service/service.ts';
export { createLogger, type Logger } from './telemetry/logger.ts';
export { createMetrics, type Metrics } from './telemetry/metrics.ts';
export { inSpan } from './telemetry/spans.ts';
export { currentTrace, newTraceId, runWithTrace, type Trace } from './telemetry/trace.ts';
export { startWatch } from './telemetry/watch.ts';
export { unpacksTooFar } from './uploads/archive-size.ts';
export { type FileKind, inspectUpload } from './uploads/inspect-upload.ts';
