import { uuidv7 } from 'uuidv7';
import type { RedisConnection } from '../redis/redis.ts';
import { connectRedis } from '../redis/redis.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type Announcements, Listeners } from './announcements.ts';

const CHANNEL = 'tokenholic:announcements';
/** Commits come in crowds; one word a moment is enough. */
const COALESCE_MILLISECONDS = 5;

/** Redis pub/sub. A subscriber needs a connection of its own. */
export function createRedisAnnouncements(
  publisher: RedisConnection,
  url: string,
  logger: Logger,
): Announcements & { listening: Promise<void> } {
  const self = uuidv7();
  const listeners = new Listeners();
  const gapListeners: (() => void)[] = [];
  const pending = new Set<string>();
  const subscriber = connectRedis(url, logger);
  let connections = 0;
  subscriber.client.on('ready', () => {
    connections += 1;
    if (connections > 1) for (const listener of gapListeners) listener();
  });
  const listening = subscriber.connected.then(() =>
    subscriber.client.subscribe(CHANNEL, (message) => {
      const [from, subject, ...text] = message.split(' ');
      if (from !== self && subject !== undefined) listeners.tell(subject, text.join(' '));
    }),
  );
  listening.catch((error) => logger.debug({ err: error }, 'not listening to announcements'));
  const send = (words: string) => {
    pending.delete(words);
    publisher.client
      .publish(CHANNEL, `${self} ${words}`)
      .catch((error) => logger.debug({ err: error }, 'announcement left out'));
  };
  return {
    listening,
    announce: (subject, text = '') => {
      const words = `${subject} ${text}`;
      if (pending.has(words)) return;
      pending.add(words);
      setTimeout(() => send(words), COALESCE_MILLISECONDS).unref();
    },
    onAnnouncement: (subject, listener) => listeners.add(subject, listener),
    onGap: (listener) => void gapListeners.push(listener),
    close: async () => subscriber.close(),
  };
}
