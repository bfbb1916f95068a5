import { Admin, Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import type { KafkaSettings } from '@tokenholic/kit/scale';

const BATCH = 1_000;

/** Messages a second that this client produces, acknowledged, and so many groups consume, with nothing in between. */
export async function bareRate(
  { brokers }: KafkaSettings,
  messages: number,
  groups: number,
): Promise<number> {
  const options = { clientId: 'bare', bootstrapBrokers: [...brokers] };
  const topic = 'bare';
  const admin = new Admin(options);
  await admin.createTopics({ topics: [topic], partitions: 10, replicas: 1 });
  await admin.close();
  const value = JSON.stringify({ text: 'x'.repeat(420) });
  const producer = new Producer({ ...options, serializers: stringSerializers, idempotent: true, acks: -1 });
  const received = Array.from({ length: groups }, () => 0);
  const consumers = await Promise.all(
    received.map(async (_, index) => {
      const consumer = new Consumer({
        ...options,
        groupId: `bare-${index}`,
        deserializers: stringDeserializers,
      });
      const stream = await consumer.consume({
        topics: [topic],
        autocommit: true,
        mode: 'committed',
        fallbackMode: 'earliest',
        maxWaitTime: 500,
      });
      stream.on('data', () => {
        received[index] = (received[index] ?? 0) + 1;
      });
      return consumer;
    }),
  );
  const started = performance.now();
  for (let sent = 0; sent < messages; sent += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => ({ topic, key: `${index % 200}`, value }));
    await producer.send({ messages: batch });
  }
  while (received.some((count) => count < messages)) await new Promise((resolve) => setTimeout(resolve, 5));
  const rate = messages / ((performance.now() - started) / 1_000);
  await producer.close();
  await Promise.all(consumers.map((consumer) => consumer.close(true)));
  return rate;
}
