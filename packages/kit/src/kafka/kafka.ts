import { Admin, type BaseOptions } from '@platformatic/kafka';
import { uuidv7 } from 'uuidv7';

export interface KafkaSettings {
  /** `host:port`. */
  brokers: readonly string[];
  topic: string;
  replicas: number;
}

/**
 * One topic for every kind of event, so that what happens in an organisation stays in order; ten partitions, so that up
 * to ten processes share one service.
 */
export const PARTITIONS = 10;
/** Version of the envelope, in a header of each message; that of the payload stands in the envelope. */
export const ENVELOPE_VERSION = '1';

export const headers = {
  envelope: 'envelope-version',
  schema: 'schema-version',
  trace: 'traceparent',
} as const;

export function clientOptions({ brokers }: KafkaSettings, purpose: string): BaseOptions {
  return {
    clientId: `tokenholic-${purpose}-${uuidv7()}`,
    bootstrapBrokers: [...brokers],
    connectTimeout: 5_000,
    requestTimeout: 15_000,
    retries: 3,
    retryDelay: 300,
  };
}

/** Makes the topic when it is not there; an existing one stays as it is. */
export async function ensureTopic(settings: KafkaSettings): Promise<void> {
  const admin = new Admin(clientOptions(settings, 'admin'));
  try {
    if ((await admin.listTopics()).includes(settings.topic)) return;
    await admin.createTopics({
      topics: [settings.topic],
      partitions: PARTITIONS,
      replicas: settings.replicas,
    });
  } catch (error) {
    // Another process was quicker.
    if (!(await admin.listTopics()).includes(settings.topic)) throw error;
  } finally {
    await admin.close();
  }
}
