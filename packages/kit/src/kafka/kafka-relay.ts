import { Producer, stringSerializers } from '@platformatic/kafka';
import { type Consumer, type ConsumerContext, loadCursor, saveCursor } from '../events/consumer.ts';
import { type LoggedEvent, type LogPosition, readLog } from '../events/log.ts';
import { clientOptions, ENVELOPE_VERSION, ensureTopic, headers, type KafkaSettings } from './kafka.ts';

export const RELAY_NAME = 'kafka relay';
const BATCH = 1_000;

type TextProducer = Producer<string, string, string, string>;

/**
 * Copies the log to Kafka in its order, as an idempotent producer that waits for all replicas. What was sent and not yet
 * noted in the cursor is sent again by the next relay: consumers know it by its id.
 */
export function createKafkaRelay(
  settings: KafkaSettings,
  context: ConsumerContext,
): Consumer & { close(): Promise<void> } {
  let cursor: LogPosition | null = null;
  let producer: Promise<TextProducer> | null = null;
  const open = () => {
    producer ??= openProducer(settings);
    return producer;
  };
  const close = async () => {
    const closing = producer;
    producer = null;
    await (await closing?.catch(() => null))?.close();
  };
  return {
    name: RELAY_NAME,
    step: async () => {
      const from = cursor ?? (await loadCursor(context.database, RELAY_NAME));
      const batch = await context.database.withSystem(({ client }) =>
        readLog(client, { after: from, limit: BATCH }),
      );
      const last = batch.at(-1);
      if (last === undefined) return false;
      try {
        await (await open()).send({ messages: batch.map((event) => toMessage(settings.topic, event)) });
      } catch (error) {
        // After a failure the sequence numbers of this producer may not hold: the next try has its own.
        await close().catch(() => {});
        throw error;
      }
      cursor = last.position;
      await context.database.withSystem(({ client }) => saveCursor(client, RELAY_NAME, last.position));
      return batch.length === BATCH;
    },
    retry: async () => {},
    close,
  };
}

async function openProducer(settings: KafkaSettings): Promise<TextProducer> {
  await ensureTopic(settings);
  return new Producer({
    ...clientOptions(settings, 'relay'),
    serializers: stringSerializers,
    idempotent: true,
    acks: -1,
  });
}

export function toMessage(topic: string, { envelope }: LoggedEvent) {
  return {
    topic,
    key: envelope.organizationId,
    value: JSON.stringify(envelope),
    timestamp: BigInt(Date.parse(envelope.occurredAt)),
    headers: {
      [headers.envelope]: ENVELOPE_VERSION,
      [headers.schema]: `${envelope.type}@${envelope.version}`,
      [headers.trace]: `00-${envelope.traceId}-${envelope.traceId.slice(0, 16)}-01`,
    },
  };
}
