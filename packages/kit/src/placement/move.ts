import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { fullName, placedTables } from './catalogue.ts';
import { clearAbandoned } from './clearing.ts';
import { NOT_FOR_REQUESTS_MILLISECONDS, tookTooLong, wasEnded } from './locks.ts';
import { moveBack, uniteAll } from './move-back.ts';
import { moveOut } from './move-out.ts';
import { putBackAll } from './on-the-way.ts';
import { forgetPlacement, type Placement, readPlacements } from './placements.ts';
import { inTurn } from './turn.ts';

/** Where an organisation's rows lie: in the tables of everybody, or in a schema of its own. */
export type Tier = 'shared' | 'schema';

export interface Move {
  organizationId: string;
  to: Tier;
  /** Any request waits for the move at most so long; then it is given up and everything is as before. */
  longestWaitMilliseconds: number;
}

export interface Moved {
  rows: number;
  /** How long requests of everybody had to wait at most. */
  waitedMilliseconds: number;
  /** How long those of the organisation had to. */
  ownWaitMilliseconds: number;
}

/**
 * Moves an organisation's rows whole, or nothing happens at all. They are copied while everybody goes on, or, on the way back,
 * while its own requests wait; everybody's wait while the tables of its schema are put into their places or taken out of them.
 */
export async function moveOrganization(pool: Pool, move: Move): Promise<Moved> {
  const { organizationId, to, longestWaitMilliseconds: longest } = move;
  const placementOf = async (client: PoolClient) =>
    (await readPlacements(client)).find((one) => one.organizationId === organizationId);
  const moved: Moved = { rows: 0, waitedMilliseconds: 0, ownWaitMilliseconds: 0 };
  let begun = false;
  try {
    await inTurn(pool, async (client) => {
      const known = await placementOf(client);
      if ((known === undefined) === (to === 'shared')) throw alreadyThere();
      begun = true;
      await putBackAll(client);
      await clearAbandoned(pool, client, longest);
      if (known === undefined) await moveOut(pool, client, { organizationId, longest, moved });
      else await bringBack(pool, client, known, { longest, moved });
      moved.waitedMilliseconds = Math.max(moved.waitedMilliseconds, await uniteAll(pool, client, longest));
      // Nobody else does it for a table that is split; without it the planner guesses.
      for (const table of await placedTables(client)) await client.query(`analyze ${fullName(table)}`);
    });
  } catch (error) {
    if (!begun) throw error;
    // The answer to a commit may come late or never: whether the rows moved, the database says.
    const happened = await inTurn(pool, async (client) => {
      await putBackAll(client);
      await clearAbandoned(pool, client, NOT_FOR_REQUESTS_MILLISECONDS);
      await uniteAll(pool, client, NOT_FOR_REQUESTS_MILLISECONDS);
      return ((await placementOf(client)) === undefined) === (to === 'shared');
    });
    if (!happened) throw wasEnded(error) ? tookTooLong(error) : error;
  }
  return moved;
}

async function bringBack(
  pool: Pool,
  client: PoolClient,
  placement: Placement,
  { longest, moved }: { longest: number; moved: Moved },
): Promise<void> {
  const note = () => forgetPlacement(client, placement.organizationId);
  if (placement.placed) return moveBack(pool, client, placement, { longest, moved, note });
  await note();
  moved.rows = placement.rows;
}

export async function listPlacements(pool: Pool): Promise<Placement[]> {
  const client = await pool.connect();
  try {
    return await readPlacements(client);
  } finally {
    client.release();
  }
}

function alreadyThere(): AppError {
  return new AppError({
    ...{ kind: 'conflict', code: 'kit.already_placed' },
    message: { zh: '该组织的数据已经在那里。', en: 'The rows of this organisation lie there already.' },
  });
}
