import type { Pool, PoolClient } from 'pg';
import { type PlacedTable, placedTables, schemaOf } from './catalogue.ts';
import { beginCopy, completeCopy, followOriginals, removeOriginals } from './copy.ts';
import { locked, lockWithin, refuseLate, until } from './locks.ts';
import type { Moved } from './move.ts';
import { attachParts, type Part, silenceTriggers } from './parts.ts';
import { awaitThoseBeside, whilePassageIsClosed } from './passage.ts';
import { notePlacement } from './placements.ts';
import { splitTable } from './split.ts';

/** Looks at what changed meanwhile, before everything that is left is copied while the organisation waits. */
const LOOKS = 5;
/** So few changes in one look that another would find no fewer. */
const FEW_CHANGES = 50;

export interface MovingOut {
  organizationId: string;
  longest: number;
  /** What it came to so far. */
  moved: Moved;
}

/** Into a schema of its own: copied while everybody goes on, then followed, compared, and put into the place of the originals. */
export async function moveOut(
  pool: Pool,
  client: PoolClient,
  { organizationId, longest, moved }: MovingOut,
): Promise<void> {
  const part = { organizationId, schemaName: schemaOf(organizationId) };
  const splitting = await splitAll(pool, client, longest);
  const tables = await placedTables(client);
  await awaitThoseBeside(client);
  let since = await beginCopy(client, tables, part);
  for (let look = 0; look < LOOKS; look += 1) {
    const followed = await followOriginals(client, tables, part, since);
    since = followed.since;
    if (followed.written <= FEW_CHANGES) break;
  }
  await changePlaces(pool, client, { tables, part, since, longest, moved });
  moved.waitedMilliseconds = Math.max(moved.waitedMilliseconds, splitting);
  moved.ownWaitMilliseconds = Math.max(moved.ownWaitMilliseconds, splitting);
}

/** Splits the tables one by one, each in a transaction of its own. The answer is how long anybody waited at most. */
async function splitAll(pool: Pool, client: PoolClient, longest: number): Promise<number> {
  let waited = 0;
  for (const table of await placedTables(client)) {
    if (table.split) continue;
    const { waitedMilliseconds } = await locked(pool, client, longest, () => splitTable(client, table), [
      table,
    ]);
    waited = Math.max(waited, waitedMilliseconds);
  }
  return waited;
}

interface Copied {
  tables: readonly PlacedTable[];
  part: Part;
  since: string;
  longest: number;
  moved: Moved;
}

/** The organisation waits while the copy is completed, and everybody while it becomes the place of the rows. */
async function changePlaces(
  pool: Pool,
  client: PoolClient,
  { tables, part, since, longest, moved }: Copied,
): Promise<void> {
  const began = performance.now();
  const work = async () => {
    await followOriginals(client, tables, part, since);
    const sums = await completeCopy(client, tables, part);
    await client.query('begin; set local synchronous_commit = on');
    const silent = await silenceTriggers(client);
    const early = silent ? null : await lockWithin(client, tables);
    moved.rows = await removeOriginals(client, sums, part, silent);
    const held = early ?? (await lockWithin(client, tables));
    await attachParts(client, tables, part);
    await notePlacement(client, part, moved.rows);
    refuseLate(began + longest);
    await client.query('commit');
    moved.waitedMilliseconds = performance.now() - held;
    moved.ownWaitMilliseconds = performance.now() - began;
  };
  const bounded = (whole: typeof work) => until(pool, client, began + longest, whole);
  await whilePassageIsClosed(client, [part.organizationId], bounded, work);
}
