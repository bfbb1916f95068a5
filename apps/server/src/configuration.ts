import { join } from 'node:path';
import type { KafkaSettings, S3Settings } from '@tokenholic/kit/scale';
import type { Neo4jSettings } from '@tokenholic/knowledge/neo4j';
import { z } from 'zod';
import type { KeyService } from './key-service.ts';
import { type Part, ROLES } from './roles.ts';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const names = (text: string) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  HOST: z.string().default('127.0.0.1'),
  TOKENHOLIC_DATA: z.string().optional(),
  TOKENHOLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TOKENHOLIC_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TOKENHOLIC_MAIL_FROM: z.string().default('Tokenholic <no-reply@localhost>'),
  TOKENHOLIC_DEMO: flag.default(true),
  TOKENHOLIC_SAMPLES: flag.default(true),
  TOKENHOLIC_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info'),
  TOKENHOLIC_ALLOWED_PRIVATE_HOSTS: z.string().default('').transform(names),
  GITHUB_TOKEN: z.string().optional(),
  DATABASE_URL: z.url().optional(),
  TOKENHOLIC_ROLE: z
    .string()
    .default('all')
    .transform(names)
    .pipe(z.array(z.enum([...ROLES, 'all'])).min(1)),
  TOKENHOLIC_SERVICES: z.string().default('').transform(names),
  TOKENHOLIC_SECRET_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.byteLength === 32, 'must be 32 bytes in base64: openssl rand -base64 32')
    .optional(),
  TOKENHOLIC_KMS: z.enum(['aws', 'alibaba']).optional(),
  TOKENHOLIC_KMS_KEY: z.string().optional(),
  TOKENHOLIC_KMS_REGION: z.string().optional(),
  TOKENHOLIC_KMS_ENDPOINT: z.url().optional(),
  TOKENHOLIC_KMS_ACCESS_KEY_ID: z.string().optional(),
  TOKENHOLIC_KMS_SECRET_ACCESS_KEY: z.string().optional(),
  TOKENHOLIC_KMS_SESSION_TOKEN: z.string().optional(),
  TOKENHOLIC_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TOKENHOLIC_LOCKS: z.enum(['postgres', 'redis']).default('postgres'),
  TOKENHOLIC_KAFKA_BROKERS: z
    .string()
    .default('')
    .transform(names)
    .pipe(z.array(z.string().regex(/^[^:/]+:\d+$/, 'must be host:port,…'))),
  TOKENHOLIC_KAFKA_TOPIC: z.string().default('tokenholic.events'),
  TOKENHOLIC_KAFKA_REPLICAS: z.coerce.number().int().min(1).default(1),
  TOKENHOLIC_EMBEDDINGS: z.enum(['embedded', 'off']).default('embedded'),
  TOKENHOLIC_QDRANT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Minutes without use after which a session ends; 0: never for that reason. */
  TOKENHOLIC_SESSION_IDLE_MINUTES: z.coerce.number().int().min(0).max(10_080).default(30),
  /** A service that speaks the range protocol of Have I Been Pwned; absent: the list that ships with the product alone. */
  TOKENHOLIC_BREACHED_PASSWORDS_URL: z.url({ protocol: /^https$/ }).optional(),
  TOKENHOLIC_QDRANT_API_KEY: z.string().optional(),
  TOKENHOLIC_NEO4J_URL: z.url({ protocol: /^(neo4j|bolt)(\+s|\+ssc)?$/ }).optional(),
  TOKENHOLIC_NEO4J_USER: z.string().default('neo4j'),
  TOKENHOLIC_NEO4J_PASSWORD: z.string().optional(),
  TOKENHOLIC_NEO4J_DATABASE: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  TOKENHOLIC_S3_BUCKET: z.string().optional(),
  TOKENHOLIC_S3_REGION: z.string().default('us-east-1'),
  TOKENHOLIC_S3_ENDPOINT: z.url().optional(),
  TOKENHOLIC_S3_ACCESS_KEY_ID: z.string().optional(),
  TOKENHOLIC_S3_SECRET_ACCESS_KEY: z.string().optional(),
  TOKENHOLIC_S3_PATH_STYLE: flag.default(false),
});
type Environment = z.infer<typeof environmentSchema>;

export interface Configuration {
  port: number;
  host: string;
  /** Folder of the embedded database, files and secrets. */
  dataFolder: string;
  /** Where browsers reach the product: stands in the links of mails. */
  address: string;
  /** Minutes without use after which a session ends; 0: never for that reason. */
  idleMinutes: number;
  /** Where it is asked whether a password came out in a breach; null: only the list that ships is looked at. */
  breachedPasswords: string | null;
  /** Null: mail waits in the built-in outbox. */
  smtp: { url: string; from: string } | null;
  demo: boolean;
  samples: boolean;
  logLevel: string;
  /** `host:port` that research may reach although it is private: a demo switch. */
  allowedPrivateHosts: string[];
  githubToken: string | null;
  databaseUrl: string | null;
  /** What this process does of all that the product does. */
  part: Part;
  /** Seals secrets in the database; null: they lie in a file of the data folder. */
  secretKey: Buffer | null;
  /** Keeps the key of all keys; null: the secret key does, or a file of the data folder. */
  keyService: KeyService | null;
  redisUrl: string | null;
  /** Where several processes agree who does what. */
  locks: 'postgres' | 'redis';
  /** Null: consumers read the log in the database. */
  kafka: KafkaSettings | null;
  /** Whether the model of meaning that ships with the product is used when no provider's is named. */
  embeddings: 'embedded' | 'off';
  /** Null: vectors lie in the database. */
  qdrant: { url: string; apiKey: string | null } | null;
  /** Null: the graph of what is said of what lies in the database. */
  neo4j: Neo4jSettings | null;
  /** Collector of traces; null: none are kept. */
  traceEndpoint: string | null;
  /** Null: files lie in the data folder. */
  s3: S3Settings | null;
  /** For connections to models, search and browsers, which the settings read. */
  environment: Readonly<Record<string, string | undefined>>;
}

export class ConfigurationFault extends Error {}

/** Parses the environment once; every fault is listed, not only the first. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationFault(faultText(faults));
  }
  const values = parsed.data;
  const faults = contradictions(values);
  if (faults.length > 0) throw new ConfigurationFault(faultText(faults));
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: values.TOKENHOLIC_DATA ?? join(folder, '.tokenholic'),
    idleMinutes: values.TOKENHOLIC_SESSION_IDLE_MINUTES,
    breachedPasswords: values.TOKENHOLIC_BREACHED_PASSWORDS_URL ?? null,
    address: (values.TOKENHOLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    smtp:
      values.TOKENHOLIC_SMTP_URL === undefined
        ? null
        : { url: values.TOKENHOLIC_SMTP_URL, from: values.TOKENHOLIC_MAIL_FROM },
    demo: values.TOKENHOLIC_DEMO,
    samples: values.TOKENHOLIC_SAMPLES,
    logLevel: values.TOKENHOLIC_LOG_LEVEL,
    allowedPrivateHosts: values.TOKENHOLIC_ALLOWED_PRIVATE_HOSTS,
    githubToken: values.GITHUB_TOKEN ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    part: {
      roles: new Set(values.TOKENHOLIC_ROLE.flatMap((role) => (role === 'all' ? ROLES : [role]))),
      services: values.TOKENHOLIC_SERVICES,
    },
    secretKey: values.TOKENHOLIC_SECRET_KEY ?? null,
    keyService: keyServiceSettings(values),
    redisUrl: values.TOKENHOLIC_REDIS_URL ?? null,
    locks: values.TOKENHOLIC_LOCKS,
    embeddings: values.TOKENHOLIC_EMBEDDINGS,
    qdrant:
      values.TOKENHOLIC_QDRANT_URL === undefined
        ? null
        : { url: values.TOKENHOLIC_QDRANT_URL, apiKey: values.TOKENHOLIC_QDRANT_API_KEY ?? null },
    neo4j: neo4jSettings(values),
    traceEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    kafka: kafkaSettings(values),
    s3: s3Settings(values),
    environment,
  };
}

const faultText = (faults: readonly string[]) =>
  `The configuration has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`;

/** Values that are right each for itself and wrong together. */
function contradictions(values: Environment): string[] {
  const id = values.TOKENHOLIC_S3_ACCESS_KEY_ID;
  const secret = values.TOKENHOLIC_S3_SECRET_ACCESS_KEY;
  const divided = !values.TOKENHOLIC_ROLE.includes('all') || values.TOKENHOLIC_SERVICES.length > 0;
  return [
    values.TOKENHOLIC_SECRET_KEY !== undefined && values.DATABASE_URL === undefined
      ? 'TOKENHOLIC_SECRET_KEY: needs DATABASE_URL; the embedded product keeps its key beside its secrets'
      : null,
    divided && values.DATABASE_URL === undefined
      ? 'TOKENHOLIC_ROLE, TOKENHOLIC_SERVICES: several processes need DATABASE_URL; the embedded database belongs to one'
      : null,
    values.TOKENHOLIC_KAFKA_BROKERS.length > 0 && values.DATABASE_URL === undefined
      ? 'TOKENHOLIC_KAFKA_BROKERS: needs DATABASE_URL'
      : null,
    values.TOKENHOLIC_LOCKS === 'redis' && values.TOKENHOLIC_REDIS_URL === undefined
      ? 'TOKENHOLIC_LOCKS: redis needs TOKENHOLIC_REDIS_URL'
      : null,
    values.TOKENHOLIC_KMS !== undefined && keyServiceSettings(values) === null
      ? 'TOKENHOLIC_KMS: needs TOKENHOLIC_KMS_KEY, TOKENHOLIC_KMS_REGION, TOKENHOLIC_KMS_ACCESS_KEY_ID and TOKENHOLIC_KMS_SECRET_ACCESS_KEY'
      : null,
    values.TOKENHOLIC_NEO4J_URL !== undefined && values.TOKENHOLIC_NEO4J_PASSWORD === undefined
      ? 'TOKENHOLIC_NEO4J_URL: needs TOKENHOLIC_NEO4J_PASSWORD'
      : null,
    (id === undefined) === (secret === undefined)
      ? null
      : 'TOKENHOLIC_S3_ACCESS_KEY_ID, TOKENHOLIC_S3_SECRET_ACCESS_KEY: set both or none',
  ].filter((fault) => fault !== null);
}

function neo4jSettings(values: Environment): Neo4jSettings | null {
  const { TOKENHOLIC_NEO4J_URL: url, TOKENHOLIC_NEO4J_PASSWORD: password } = values;
  if (url === undefined || password === undefined) return null;
  const user = values.TOKENHOLIC_NEO4J_USER;
  return { url, user, password, database: values.TOKENHOLIC_NEO4J_DATABASE ?? null };
}

function kafkaSettings(values: Environment): KafkaSettings | null {
  const brokers = values.TOKENHOLIC_KAFKA_BROKERS;
  if (brokers.length === 0) return null;
  return { brokers, topic: values.TOKENHOLIC_KAFKA_TOPIC, replicas: values.TOKENHOLIC_KAFKA_REPLICAS };
}

function keyServiceSettings(values: Environment): KeyService | null {
  const { TOKENHOLIC_KMS: kind, TOKENHOLIC_KMS_KEY: key, TOKENHOLIC_KMS_REGION: region } = values;
  const accessKeyId = values.TOKENHOLIC_KMS_ACCESS_KEY_ID;
  const secretAccessKey = values.TOKENHOLIC_KMS_SECRET_ACCESS_KEY;
  if (kind === undefined || key === undefined || region === undefined) return null;
  if (accessKeyId === undefined || secretAccessKey === undefined) return null;
  return {
    ...{ kind, key, region, accessKeyId, secretAccessKey },
    endpoint: values.TOKENHOLIC_KMS_ENDPOINT ?? null,
    sessionToken: values.TOKENHOLIC_KMS_SESSION_TOKEN ?? null,
  };
}

function s3Settings(values: Environment): S3Settings | null {
  if (values.TOKENHOLIC_S3_BUCKET === undefined) return null;
  const accessKeyId = values.TOKENHOLIC_S3_ACCESS_KEY_ID;
  const secretAccessKey = values.TOKENHOLIC_S3_SECRET_ACCESS_KEY;
  return {
    bucket: values.TOKENHOLIC_S3_BUCKET,
    region: values.TOKENHOLIC_S3_REGION,
    endpoint: values.TOKENHOLIC_S3_ENDPOINT ?? null,
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined ? null : { accessKeyId, secretAccessKey },
    pathStyle: values.TOKENHOLIC_S3_PATH_STYLE,
  };
}
