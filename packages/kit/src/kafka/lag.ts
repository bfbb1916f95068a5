import type { Consumer as KafkaClient } from '@platformatic/kafka';
import type { ConsumerContext } from '../events/consumer.ts';
import { LOG_START } from '../events/log.ts';
import { type KafkaSettings, PARTITIONS } from './kafka.ts';

const EVERY_MILLISECONDS = 5_000;

/** Tells the metrics and the System screen what the whole group still has before it. */
export function startLagWatch<K, V, HK, HV>(
  name: string,
  client: KafkaClient<K, V, HK, HV>,
  context: ConsumerContext,
  settings: KafkaSettings,
): { stop(): Promise<void> } {
  let measuring: Promise<void> = Promise.resolve();
  const measure = () => {
    measuring = groupLag(client, settings)
      .then((lag) => report(name, context, lag))
      .catch((error) => context.logger.debug({ err: error, consumer: name }, 'lag could not be measured'));
  };
  const timer = setInterval(measure, EVERY_MILLISECONDS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await measuring;
    },
  };
}

/** Messages of the topic that the group has not committed. */
export async function groupLag<K, V, HK, HV>(
  client: KafkaClient<K, V, HK, HV>,
  { topic }: KafkaSettings,
): Promise<bigint> {
  const partitions = Array.from({ length: PARTITIONS }, (_, index) => index);
  const committed = (await client.listCommittedOffsets({ topics: [{ topic, partitions }] })).get(topic) ?? [];
  const ends = (await client.listOffsets({ topics: [topic], partitions: { [topic]: partitions } })).get(
    topic,
  );
  const lags = partitions.map((index) => (ends?.[index] ?? 0n) - atLeastZero(committed[index]));
  return lags.reduce((sum, lag) => sum + lag, 0n);
}

/** A partition nothing was committed for yet answers -1. */
const atLeastZero = (offset: bigint | undefined) => (offset === undefined || offset < 0n ? 0n : offset);

async function report(name: string, context: ConsumerContext, lag: bigint): Promise<void> {
  context.metrics.consumerLag.set({ consumer: name }, Number(lag));
  await context.database.withSystem(({ client }) =>
    client.query(
      'insert into kit.consumers (name, xid, seq, bus_lag) values ($1, $2, $3, $4) on conflict (name) do update set bus_lag = excluded.bus_lag, updated_at = now()',
      [name, LOG_START.xid, LOG_START.seq, String(lag)],
    ),
  );
}
