import { join } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

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
  TOKENHOLIC_ALLOWED_PRIVATE_HOSTS: z.string().default(''),
  GITHUB_TOKEN: z.string().optional(),
  DATABASE_URL: z.url().optional(),
});

export interface Configuration {
  port: number;
  host: string;
  /** Folder of the embedded database, files and secrets. */
  dataFolder: string;
  /** Where browsers reach the product: stands in the links of mails. */
  address: string;
  /** Null: mail waits in the built-in outbox. */
  smtp: { url: string; from: string } | null;
  demo: boolean;
  samples: boolean;
  logLevel: string;
  /** `host:port` that research may reach although it is private: a demo switch. */
  allowedPrivateHosts: string[];
  githubToken: string | null;
  databaseUrl: string | null;
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
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationFault(`The configuration has faults:\n${faults.join('\n')}`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: values.TOKENHOLIC_DATA ?? join(folder, '.tokenholic'),
    address: (values.TOKENHOLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    smtp:
      values.TOKENHOLIC_SMTP_URL === undefined
        ? null
        : { url: values.TOKENHOLIC_SMTP_URL, from: values.TOKENHOLIC_MAIL_FROM },
    demo: values.TOKENHOLIC_DEMO,
    samples: values.TOKENHOLIC_SAMPLES,
    logLevel: values.TOKENHOLIC_LOG_LEVEL,
    allowedPrivateHosts: values.TOKENHOLIC_ALLOWED_PRIVATE_HOSTS.split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    githubToken: values.GITHUB_TOKEN ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    environment,
  };
}
