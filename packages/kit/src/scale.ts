// What only an installation of several processes needs: loaded when its configuration names a server, so that the
// embedded product starts without these clients.
export { createS3Blobs, type S3Settings } from './blobs/s3-blobs.ts';
export { createRedisCache } from './cache/redis-cache.ts';
export type { KafkaSettings } from './kafka/kafka.ts';
export { type BusReader, startKafkaConsumer } from './kafka/kafka-consumer.ts';
export { createKafkaRelay, RELAY_NAME } from './kafka/kafka-relay.ts';
export { createPostgresLocks } from './locks/postgres-locks.ts';
export { createRedisLocks } from './locks/redis-locks.ts';
export { createRedisAnnouncements } from './realtime/redis-announcements.ts';
export { connectRedis, type RedisConnection } from './redis/redis.ts';
