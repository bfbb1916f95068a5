import { listOrganizationIds } from '@tokenholic/identity';
import { listPlacements, moveOrganization, type Tier } from '@tokenholic/kit';
import { openConfiguredDatabase } from '../compose.ts';
import { type Configuration, readConfiguration } from '../configuration.ts';
import { partWithSeller } from '../parting/part-with-seller.ts';

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

export interface PartOptions {
  database: string;
  /** Folder of the new installation: its keys, and its files unless they lie in S3. */
  data: string;
  /** Where people will reach it. */
  url: string;
  longest: number;
}

const NEW = 'NEW_';

/** The new installation's environment: what the command is told, and every variable that begins with `NEW_`. */
export function newEnvironment(
  { database, data, url }: Omit<PartOptions, 'longest'>,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const own = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(NEW) ? [[name.slice(NEW.length), value] as const] : [],
  );
  return { ...Object.fromEntries(own), DATABASE_URL: database, TOKENHOLIC_DATA: data, TOKENHOLIC_URL: url };
}

/** `tokenholic placement part`: a seller with all its clients becomes an installation of its own while this one runs. */
export async function partCommand(
  sellerId: string,
  options: PartOptions,
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<void> {
  const there = readConfiguration(newEnvironment(options, environment), process.cwd());
  const done = await partWithSeller(serverOf(environment), there, {
    ...{ sellerId, longestWaitMilliseconds: options.longest * 1_000 },
  });
  const rows = Object.values(done.rows).reduce((sum, count) => sum + count, 0);
  const place = `live at ${there.address} now`;
  if (done.waitedMilliseconds === null)
    say(
      `${done.organizationIds.length} organisations with ${rows} rows ${place}; what an earlier run had left is cleared`,
    );
  else
    say(
      `${done.organizationIds.length} organisations with ${done.people} people, ${rows} rows, ${done.files} files and ${done.jobs} jobs ${place}; their own requests waited for ${Math.round(done.waitedMilliseconds)} ms`,
    );
}

function serverOf(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const configuration = readConfiguration(environment, process.cwd());
  if (configuration.databaseUrl === null)
    throw new Error('Only PostgreSQL has schemas for organisations: set DATABASE_URL');
  return configuration;
}
