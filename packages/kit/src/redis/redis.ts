import { createClient } from '@redis/client';
import type { Logger } from '../telemetry/logger.ts';

export type RedisConnection = ReturnType<typeof connectRedis>;

const LONGEST_WAIT_MILLISECONDS = 2_000;

/**
 * A connection that comes back by itself and never holds a caller up: while Redis is away commands fail at once, and what
 * uses them does without. Redis need not be there at the start either.
 */
export function connectRedis(url: string, logger: Logger) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (attempts) => Math.min(LONGEST_WAIT_MILLISECONDS, 50 * 2 ** Math.min(attempts, 6)),
    },
  });
  let said = false;
  client.on('error', (error) => {
    // Once an outage, not once a try.
    if (!said) logger.warn({ err: error }, 'Redis does not answer; working without it');
    said = true;
  });
  client.on('ready', () => {
    if (said) logger.info('Redis answers again');
    said = false;
  });
  const connected = client.connect().catch((error) => logger.debug({ err: error }, 'Redis connection ended'));
  return {
    client,
    /** Resolves with the first connection; nothing needs to wait for it but tests. */
    connected,
    close: () => {
      if (client.isOpen) client.destroy();
    },
  };
}
