import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AuditReport, auditReportSchema } from '@tokenholic/contracts';
import { readConfiguration } from '../configuration.ts';
import { apiClient } from './api-client.ts';
import { reach } from './map-command.ts';

export interface AuditCommandOptions {
  /** Address of a product elsewhere; absent: the one of this data folder. */
  url?: string;
  note?: string;
}

/**
 * `tokenholic audit verify`: computes the chain of every organisation anew. With `--note` it is compared with the report
 * kept in that file, which then takes the new one's place: what was cut off since shows too. False when a trail is broken.
 */
export async function auditCommand(
  options: AuditCommandOptions,
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<boolean> {
  const { address, stop } = await addressOf(options, environment);
  try {
    const noted =
      options.note !== undefined && existsSync(options.note)
        ? auditReportSchema.parse(JSON.parse(readFileSync(options.note, 'utf8'))).organizations
        : [];
    const api = apiClient(address, environment.TOKENHOLIC_API_KEY ?? null);
    const body = {
      noted: noted.map(({ organizationId, entries, seal }) => ({ organizationId, entries, seal })),
    };
    const report = await api.call(auditReportSchema, 'POST', '/api/audit/verification', body);
    for (const line of describe(report)) say(line);
    const holds = report.organizations.every((one) => one.brokenAt === null && !one.differsFromNoted);
    // A broken trail must not become what the next check compares with.
    if (options.note !== undefined && holds)
      writeFileSync(options.note, `${JSON.stringify(report, null, 2)}\n`);
    return holds;
  } finally {
    await stop();
  }
}

async function addressOf(
  { url }: AuditCommandOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ address: string; stop: () => Promise<void> }> {
  if (url !== undefined) return { address: url.replace(/\/$/, ''), stop: async () => {} };
  const overruled = { PORT: '0', TOKENHOLIC_SAMPLES: 'false', TOKENHOLIC_LOG_LEVEL: 'error' };
  return reach(readConfiguration({ ...environment, ...overruled }, process.cwd()));
}

function describe({ organizations }: AuditReport): string[] {
  const wrong = organizations.flatMap(({ organizationId, brokenAt, differsFromNoted }) => [
    ...(brokenAt === null ? [] : [`${organizationId}: does not hold from entry ${brokenAt} on`]),
    ...(differsFromNoted ? [`${organizationId}: what was noted before is not there any more`] : []),
  ]);
  const entries = organizations.reduce((sum, one) => sum + one.entries, 0);
  return [...wrong, `${organizations.length} trails, ${entries} entries, ${wrong.length} faults`];
}
