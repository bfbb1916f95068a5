import { type Consumer, createLedConsumer, createRetrier, type Kit, type Service } from '@tokenholic/kit';
import type { KafkaSettings } from '@tokenholic/kit/scale';
import type { Part } from './roles.ts';
import type { Lead } from './work.ts';

export interface KafkaWork {
  /** What runs beside the readers: the relay, and second tries of what was set aside. */
  consumers: Consumer[];
  /** Ends the readers. */
  stop(): Promise<void>;
  /** Ends the relay's connection, once nothing runs any longer. */
  close(): Promise<void>;
}

/** Events by way of Kafka: a relay's process copies the log, a worker's joins the group of each of its services. */
export async function startKafkaWork(
  kit: Kit,
  kafka: KafkaSettings,
  part: Part,
  consuming: readonly Service[],
  lead: Lead,
): Promise<KafkaWork> {
  const { createKafkaRelay, RELAY_NAME, startKafkaConsumer } = await import('@tokenholic/kit/scale');
  // A leader that comes anew begins at the stored cursor, with a producer of its own.
  const relays: ReturnType<typeof createKafkaRelay>[] = [];
  const begin = () => {
    const relay = createKafkaRelay(kafka, kit);
    relays.push(relay);
    return relay;
  };
  const relaying = part.roles.has('relay')
    ? [createLedConsumer(RELAY_NAME, begin, await lead(RELAY_NAME))]
    : [];
  const readers = consuming.map(({ name, consumes, consumesTogether }) =>
    startKafkaConsumer(name, consumes, kit, kafka, consumesTogether),
  );
  const retriers = await Promise.all(
    consuming.map(async ({ name, consumes }) =>
      createLedConsumer(name, () => createRetrier(name, consumes, kit), await lead(`consumer ${name}`)),
    ),
  );
  return {
    consumers: [...relaying, ...retriers],
    stop: async () => {
      await Promise.all(readers.map((reader) => reader.stop()));
    },
    close: async () => {
      await Promise.all(relays.map((relay) => relay.close()));
    },
  };
}
