import { rmSync } from 'node:fs';
import { Producer, stringSerializers } from '@platformatic/kafka';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bus, busContract, tools } from '../events/bus.contract.ts';
import { type Dispatcher, startDispatcher } from '../events/dispatcher.ts';
import { createRetrier } from '../events/retrier.ts';
import { kafkaLibraries } from '../testing/binaries.ts';
import { createPostgresTestKit, createTestKit, type TestKit } from '../testing/index.ts';
import { startKafka } from '../testing/kafka-server.ts';
import { freePort, type TestServer } from '../testing/servers.ts';
import { clientOptions, headers, type KafkaSettings } from './kafka.ts';
import { startKafkaConsumer } from './kafka-consumer.ts';
import { createKafkaRelay, RELAY_NAME } from './kafka-relay.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const PATIENCE = { timeout: 40_000, interval: 100 };
const postgres = process.env.TEST_DATABASE_URL;

describe.skipIf(kafkaLibraries === null)('events through Apache Kafka', () => {
  let kit: TestKit;
  let server: TestServer & { folder: string };
  let settings: KafkaSettings;
  let relay: ReturnType<typeof createKafkaRelay>;
  let relaying: Dispatcher;
  beforeAll(async () => {
    kit = postgres === undefined ? await createTestKit() : await createPostgresTestKit(postgres);
    server = await startKafka(await freePort());
    settings = { brokers: [server.url], topic: `tokenholic.test.${Date.now()}`, replicas: 1 };
    relay = createKafkaRelay(settings, kit);
    relaying = startDispatcher([relay], kit.logger);
    kit.database.onCommit(() => relaying.wake());
  }, 120_000);
  afterAll(async () => {
    await relaying.stop();
    await relay.close();
    await kit.close();
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
  });

  const bus = (): Bus => ({
    kit,
    read: async (name, reactions) => {
      const reader = startKafkaConsumer(name, reactions, kit, settings);
      const retrying = startDispatcher([createRetrier(name, reactions, kit)], kit.logger);
      return {
        stop: async () => {
          await reader.stop();
          await retrying.stop();
        },
      };
    },
  });
  busContract(bus);

  test('what a relay sends twice is applied once', async () => {
    const consumer = tools(bus(), 'twice');
    const reader = await consumer.read();
    for (const code of ['twice-1', 'twice-2']) await consumer.publish(yunxiu, code);
    await expect.poll(() => consumer.handled(yunxiu), PATIENCE).toEqual(['twice-1', 'twice-2']);
    await kit.database.withSystem(({ client }) =>
      client.query("update kit.consumers set xid = '0', seq = 0 where name = $1", [RELAY_NAME]),
    );
    const second = createKafkaRelay(settings, kit);
    while (await second.step());
    await second.close();
    await consumer.publish(yunxiu, 'twice-3');
    await expect.poll(() => consumer.handled(yunxiu), PATIENCE).toEqual(['twice-1', 'twice-2', 'twice-3']);
    await reader.stop();
  });

  test('a message that is no event is passed over and counted, those behind it arrive', async () => {
    const producer = new Producer({ ...clientOptions(settings, 'stranger'), serializers: stringSerializers });
    const stranger = { topic: settings.topic, key: yunxiu, value: 'not an event' };
    await producer.send({ messages: [{ ...stranger, headers: { [headers.envelope]: '1' } }, stranger] });
    await producer.close();
    const consumer = tools(bus(), 'poison');
    const reader = await consumer.read();
    await consumer.publish(yunxiu, 'poison-1');
    await expect.poll(() => consumer.handled(yunxiu), PATIENCE).toEqual(['poison-1']);
    const counted = await kit.metrics.eventsHandled.get();
    const unreadable = counted.values.find(
      ({ labels }) => labels.consumer === consumer.consumer && labels.outcome === 'unreadable',
    );
    expect(unreadable?.value).toBe(2);
    await reader.stop();
  });

  test('a broker that restarts in the middle costs time and nothing else', async () => {
    const consumer = tools(bus(), 'restart');
    const reader = await consumer.read();
    await consumer.publish(yunxiu, 'restart-00');
    await expect.poll(() => consumer.handled(yunxiu), PATIENCE).toEqual(['restart-00']);
    await server.stop();
    for (let index = 1; index < 20; index += 1)
      await consumer.publish(yunxiu, `restart-${String(index).padStart(2, '0')}`);
    server = await startKafka(server.port, server.folder);
    await expect.poll(async () => (await consumer.handled(yunxiu)).length, PATIENCE).toBe(20);
    expect(await consumer.handled(yunxiu)).toEqual((await consumer.handled(yunxiu)).sort());
    await reader.stop();
  }, 90_000);
});
