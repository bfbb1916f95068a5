import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics, startDispatcher } from '@tokenholic/kit';
import { createKafkaRelay, type KafkaSettings, startKafkaConsumer } from '@tokenholic/kit/scale';
import { createPostgresTestKit } from '@tokenholic/kit/testing';
import { startKafka } from '../../packages/kit/src/testing/kafka-server.ts';
import { startPostgres } from '../../scripts/scale/postgres.ts';
import { bareRate } from './bare-kafka.ts';

// Events a second from their commit to the inbox transaction of each of five consumers, over Kafka, beside a bare loop
// that produces and consumes as many messages of the same size with the same client.

const EVENTS = Number(process.env.EVENTS ?? 20_000);
const ORGANIZATIONS = 200;
const PER_TRANSACTION = 10;
const WRITERS = 4;
const CONSUMERS = ['one', 'two', 'three', 'four', 'five'];
const out = (text: string) => process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const server =
  process.env.TEST_DATABASE_URL === undefined ? startPostgres(join(folder, 'postgres'), 54_390) : null;
const kafka = await startKafka(undefined, join(folder, 'kafka'));
const settings: KafkaSettings = { brokers: [kafka.url], topic: 'tokenholic.bench', replicas: 1 };
const kit = await createPostgresTestKit(process.env.TEST_DATABASE_URL ?? server?.url ?? '');

const organizations = Array.from(
  { length: ORGANIZATIONS },
  (_, index) => `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`,
);

async function publishAll(): Promise<void> {
  let next = 0;
  const writer = async () => {
    for (let index = next++; index * PER_TRANSACTION < EVENTS; index = next++) {
      const id = organizations[index % ORGANIZATIONS] ?? '';
      await kit.database.withTenant([id], async (tx) => {
        for (let place = 0; place < PER_TRANSACTION; place += 1)
          await tx.publish(id, 'research.ended', { runId: id, status: 'failed', code: `code ${index}` });
      });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

const bare = await bareRate(settings, EVENTS, CONSUMERS.length);
out(
  `bare: ${EVENTS} messages produced and consumed ${CONSUMERS.length} times, ${bare.toFixed(0)} messages/s`,
);

const relay = createKafkaRelay(settings, kit);
const relaying = startDispatcher([relay], kit.logger);
kit.database.onCommit(() => relaying.wake());
const counted = CONSUMERS.map((name) => ({ name, handled: 0 }));
const readers = counted.map((consumer) =>
  startKafkaConsumer(
    consumer.name,
    {
      'research.ended': async () => {
        consumer.handled += 1;
      },
    },
    { ...kit, metrics: createMetrics() },
    settings,
  ),
);
// Groups are joined before the clock starts.
await kit.database.withTenant([organizations[0] ?? ''], (tx) =>
  tx.publish(organizations[0] ?? '', 'research.ended', {
    runId: organizations[0] ?? '',
    status: 'failed',
    code: null,
  }),
);
while (counted.some(({ handled }) => handled < 1)) await new Promise((resolve) => setTimeout(resolve, 50));

const started = performance.now();
await publishAll();
const published = performance.now();
while (counted.some(({ handled }) => handled < EVENTS + 1))
  await new Promise((resolve) => setTimeout(resolve, 5));
const seconds = (performance.now() - started) / 1_000;
const rate = EVENTS / seconds;
out(`committed: ${(EVENTS / ((published - started) / 1_000)).toFixed(0)} events/s`);
out(
  `kafka: ${EVENTS} events to ${CONSUMERS.length} consumers, ${rate.toFixed(0)} events/s end to end (${(rate * CONSUMERS.length).toFixed(0)} handled/s), ratio to bare ${(rate / bare).toFixed(2)}, bar 1,500`,
);

await Promise.all(readers.map((reader) => reader.stop()));
await relaying.stop();
await relay.close();
await kit.close();
await kafka.stop();
server?.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(rate >= 1_500 ? 0 : 1);
