import { listOrganizationIds } from '@tokenholic/identity';
import { listPlacements, moveOrganization, type Tier } from '@tokenholic/kit';
import { openConfiguredDatabase } from '../compose.ts';
import { type Configuration, readConfiguration } from '../configuration.ts';

export interface MoveOptions {
  to: Tier;
  /** Seconds for which requests may wait. */
  longest: number;
}

/** `tokenholic placement list`: organisations with a schema of their own. */
export async function listCommand(
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<void> {
  const database = await openConfiguredDatabase(serverOf(environment));
  try {
    const placements = await listPlacements(database.pool);
    for (const { organizationId, schemaName, rows } of placements)
      say(`${organizationId}  ${schemaName}  ${rows} rows when it was moved`);
    say(`${placements.length} with a schema of their own`);
  } finally {
    await database.close();
  }
}

/** `tokenholic placement move`: moves an organisation's rows while the product runs, and notes it in its audit trail. */
export async function moveCommand(
  organizationId: string,
  { to, longest }: MoveOptions,
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<void> {
  const database = await openConfiguredDatabase(serverOf(environment));
  try {
    if (!(await listOrganizationIds({ database })).includes(organizationId))
      throw new Error(`There is no organisation ${organizationId}`);
    const moved = await moveOrganization(database.pool, {
      ...{ organizationId, to, longestWaitMilliseconds: longest * 1_000 },
    });
    await database.withTenant([organizationId], (tx) =>
      tx.audit(organizationId, {
        action: 'placement.move',
        subject: organizationId,
        after: { to, rows: moved.rows },
      }),
    );
    say(
      `${moved.rows} rows moved; its own requests waited for ${Math.round(moved.ownWaitMilliseconds)} ms, everybody's for ${Math.round(moved.waitedMilliseconds)} ms`,
    );
  } finally {
    await database.close();
  }
}

function serverOf(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const configuration = readConfiguration(environment, process.cwd());
  if (configuration.databaseUrl === null)
    throw new Error('Only PostgreSQL has schemas for organisations: set DATABASE_URL');
  return configuration;
}
