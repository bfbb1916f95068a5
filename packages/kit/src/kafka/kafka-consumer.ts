import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type CommitOptionsPartition,
  Consumer as KafkaClient,
  type Message,
  type MessagesStream,
  stringDeserializers,
} from '@platformatic/kafka';
import { eventEnvelopeSchema } from '@tokenholic/contracts';
import { handleBatch } from '../events/batch.ts';
import type { ConsumerContext } from '../events/consumer.ts';
import { type LoggedEvent, parsePosition } from '../events/log.ts';
import type { Reactions, ReactionToMany } from '../service/service.ts';
import { clientOptions, ENVELOPE_VERSION, ensureTopic, headers, type KafkaSettings } from './kafka.ts';
import { startLagWatch } from './lag.ts';

type TextClient = KafkaClient<string, string, string, string>;
type TextStream = MessagesStream<string, string, string, string>;
type TextMessage = Message<string, string, string, string>;

export interface BusReader {
  stop(): Promise<void>;
}

const LARGEST_BATCH = 500;
const WAIT_AFTER_FAILURE_MILLISECONDS = 1_000;

export const groupOf = (settings: KafkaSettings, name: string) => `${settings.topic}.${name}`;

/**
 * A service's share of the topic: one member of its consumer group. Offsets are committed when the inbox transaction has
 * been; whatever comes again in between is known by its id. Nothing is read on before what was read is handled, so a slow
 * consumer holds up itself and not its memory.
 */
export function startKafkaConsumer(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  settings: KafkaSettings,
  together?: ReactionToMany,
): BusReader {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await readUntilItFails(name, reactions, context, settings, stopping.signal, together);
      } catch (error) {
        if (stopping.signal.aborted) break;
        context.logger.warn({ err: error, consumer: name }, 'Kafka does not answer; trying again');
        await pause(WAIT_AFTER_FAILURE_MILLISECONDS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function readUntilItFails(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  settings: KafkaSettings,
  signal: AbortSignal,
  together: ReactionToMany | undefined,
): Promise<void> {
  await ensureTopic(settings);
  const client: TextClient = new KafkaClient({
    ...clientOptions(settings, name),
    groupId: groupOf(settings, name),
    deserializers: stringDeserializers,
    sessionTimeout: 10_000,
    rebalanceTimeout: 20_000,
    heartbeatInterval: 3_000,
  });
  const lag = startLagWatch(name, client, context, settings);
  try {
    const stream = await client.consume({
      topics: [settings.topic],
      autocommit: false,
      mode: 'committed',
      fallbackMode: 'earliest',
      maxWaitTime: 500,
      minBytes: 1,
      highWaterMark: LARGEST_BATCH,
    });
    const close = () => void stream.close().catch(() => {});
    signal.addEventListener('abort', close, { once: true });
    for await (const batch of batches(stream, signal)) {
      await handlePartitions(name, reactions, context, batch, together);
      await client.commit({ offsets: offsetsAfter(batch) });
    }
  } finally {
    await lag.stop();
    await client.close(true).catch((error) => context.logger.debug({ err: error }, 'Kafka client closing'));
  }
}

/** What has arrived, up to a limit; waits when nothing has. */
async function* batches(stream: TextStream, signal: AbortSignal): AsyncGenerator<TextMessage[]> {
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  const arrival = new AbortController();
  stream.on('close', () => arrival.abort());
  stream.on('readable', () => {});
  while (!signal.aborted) {
    const batch: TextMessage[] = [];
    while (batch.length < LARGEST_BATCH) {
      const message: TextMessage | null = stream.read();
      if (message === null) break;
      batch.push(message);
    }
    if (batch.length > 0) {
      yield batch;
      continue;
    }
    if (failure !== null) throw failure;
    if (stream.destroyed) {
      if (signal.aborted) return;
      throw new Error('The stream from Kafka ended');
    }
    await once(stream, 'readable', { signal: arrival.signal }).catch((error) => {
      if (!arrival.signal.aborted) throw error;
    });
  }
}

/** Partitions beside each other, each in its order. */
async function handlePartitions(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  batch: readonly TextMessage[],
  together: ReactionToMany | undefined,
): Promise<void> {
  const events = batch.flatMap((message) => readMessage(name, context, message) ?? []);
  await handleBatch(name, reactions, context, events, { together });
}

/** Null for what is no event of ours: it is told and passed over, the log has every true one. */
function readMessage(name: string, context: ConsumerContext, message: TextMessage): LoggedEvent | null {
  try {
    const version = message.headers.get(headers.envelope);
    if (version !== ENVELOPE_VERSION) throw new Error(`Envelope version ${version ?? 'none'}`);
    const envelope = eventEnvelopeSchema.parse(JSON.parse(message.value));
    const position = parsePosition(envelope.position);
    if (position === null) throw new Error(`Position ${envelope.position}`);
    return { position, envelope };
  } catch (error) {
    const { topic, partition, offset } = message;
    context.metrics.eventsHandled.inc({ consumer: name, outcome: 'unreadable' });
    context.logger.error(
      { err: error, consumer: name, topic, partition, offset: String(offset) },
      'a message of the topic is no event and is passed over',
    );
    return null;
  }
}

function offsetsAfter(batch: readonly TextMessage[]): CommitOptionsPartition[] {
  const last = new Map<number, TextMessage>();
  for (const message of batch) last.set(message.partition, message);
  return [...last.values()].map(({ topic, partition, offset, leaderEpoch }) => ({
    ...{ topic, partition, leaderEpoch },
    offset: offset + 1n,
  }));
}
