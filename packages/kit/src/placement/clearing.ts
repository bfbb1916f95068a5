import type { Pool, PoolClient } from 'pg';
import { dropCopy } from './copy.ts';
import { moveBack } from './move-back.ts';
import { abandonedParts } from './placements.ts';

/** Takes away schemas whose organisation was erased, and copies that were never ended. */
export async function clearAbandoned(pool: Pool, client: PoolClient, longest: number): Promise<void> {
  for (const part of await abandonedParts(client)) {
    if (part.attached) {
      const moved = { rows: 0, waitedMilliseconds: 0, ownWaitMilliseconds: 0 };
      await moveBack(pool, client, part, { longest, moved, note: async () => {} });
    } else await dropCopy(client, part);
  }
}
