import type { Database } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { checkpoints, checkpointWrites } from './tables.ts';

/** Removes every trace of a story that will not be taken up again. */
export async function forgetThread(
  database: Database,
  organizationId: string,
  threadId: string,
): Promise<void> {
  await database.withTenant([organizationId], async ({ db }) => {
    for (const table of [checkpointWrites, checkpoints]) {
      await db
        .delete(table)
        .where(and(eq(table.organizationId, organizationId), eq(table.threadId, threadId)));
    }
  });
}
