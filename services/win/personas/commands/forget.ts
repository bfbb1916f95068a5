import type { EventPayload } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import { headlines } from '../domain/headlines.ts';
import { edits, interactions, subjects, versions } from '../tables.ts';

/**
 * Deletes everything that was worked out or copied of a person, and what was published of it, from the log too. Consumers hear
 * of it with `persona.removed`, which holds nothing but the id.
 */
export async function forget(
  tx: TenantTransaction,
  organizationId: string,
  contactId: string,
  reason: EventPayload<'persona.removed'>['reason'],
): Promise<void> {
  for (const table of [edits, versions, interactions])
    await tx.db.delete(table).where(eq(table.contactId, contactId));
  if (reason === 'contact_removed') await tx.db.delete(subjects).where(eq(subjects.contactId, contactId));
  else
    await tx.db
      .update(subjects)
      .set({ allowed: false, staleSince: null, roles: {}, revision: sql`${subjects.revision} + 1` })
      .where(and(eq(subjects.contactId, contactId), eq(subjects.organizationId, organizationId)));
  await tx.db.execute(
    sql`delete from kit.events where topic = 'persona_events' and organization_id = ${organizationId} and payload->>'contactId' = ${contactId}`,
  );
  await tx.publish(organizationId, 'persona.removed', { headline: headlines.removed, contactId, reason });
}
