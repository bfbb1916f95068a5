import type { TenantTransaction } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import { subjects } from '../tables.ts';

export const COMPUTE_QUEUE = 'personas.compute';
export const REBUILD_QUEUE = 'personas.rebuild';

/**
 * Notes that something about a person is new and asks for one computation: a thousand letters that arrive together are read once.
 * Returns whether the person is there and may have a persona.
 */
export async function markStale(tx: TenantTransaction, contactId: string, now: Date): Promise<boolean> {
  const [before] = await tx.db
    .select({ organizationId: subjects.organizationId, staleSince: subjects.staleSince })
    .from(subjects)
    .where(and(eq(subjects.contactId, contactId), eq(subjects.allowed, true)))
    .for('update');
  if (before === undefined) return false;
  await tx.db
    .update(subjects)
    .set({ revision: sql`${subjects.revision} + 1`, staleSince: before.staleSince ?? now })
    .where(eq(subjects.contactId, contactId));
  if (before.staleSince === null) await tx.requestJob(before.organizationId, COMPUTE_QUEUE, { contactId });
  return true;
}
