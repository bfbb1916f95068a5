import type { Pool, PoolClient } from 'pg';
import { placedTables } from './catalogue.ts';
import { clearAbandoned } from './clearing.ts';
import { NOT_FOR_REQUESTS_MILLISECONDS } from './locks.ts';
import { moveBack, uniteAll } from './move-back.ts';
import { moveOut } from './move-out.ts';
import { putBackAll } from './on-the-way.ts';
import { readPlacements } from './placements.ts';

const nothing = () => ({ rows: 0, waitedMilliseconds: 0, ownWaitMilliseconds: 0 });
const longest = NOT_FOR_REQUESTS_MILLISECONDS;

/**
 * Before tables change: all rows lie in one table each, as whoever wrote the change had it before them. One organisation after
 * the other comes back, and only it waits for that.
 */
export async function gather(pool: Pool, client: PoolClient): Promise<void> {
  await putBackAll(client);
  await clearAbandoned(pool, client, longest);
  for (const placement of await readPlacements(client)) {
    if (!placement.placed) continue;
    const note = async () => {
      await client.query('update kit.placements set placed = false where organization_id = $1', [
        placement.organizationId,
      ]);
    };
    await moveBack(pool, client, placement, { longest, moved: nothing(), note });
  }
  if ((await placedTables(client)).some(({ split }) => split)) await uniteAll(pool, client, longest);
}

/** After tables changed: who had a schema has one again. */
export async function placeAgain(pool: Pool, client: PoolClient): Promise<void> {
  for (const { organizationId, placed } of await readPlacements(client))
    if (!placed) await moveOut(pool, client, { organizationId, longest, moved: nothing() });
}
