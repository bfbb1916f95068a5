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
  await dropMade(tx, contactId);
  if (reason === 'contact_removed') await tx.db.delete(subjects).where(eq(subjects.contactId, contactId));
  else
    await tx.db
      .update(subjects)
      .set({ allowed: false, staleSince: null, roles: {}, revision: sql`${subjects.revision} + 1` })
      .where(and(eq(subjects.contactId, contactId), eq(subjects.organizationId, organizationId)));
  await dropPublished(tx, organizationId, contactId);
  await tx.publish(organizationId, 'persona.removed', { headline: headlines.removed, contactId, reason });
}

/** The same while the person may not be profiled: the switch stays where it is, and consent makes the persona anew. */
export async function forgetMade(
  tx: TenantTransaction,
  organizationId: string,
  contactId: string,
): Promise<void> {
  const dropped = await dropMade(tx, contactId);
  await tx.db.update(subjects).set({ staleSince: null }).where(eq(subjects.contactId, contactId));
  if (dropped === 0) return;
  await dropPublished(tx, organizationId, contactId);
  await tx.publish(organizationId, 'persona.removed', {
    ...{ headline: headlines.removed, contactId, reason: 'switched_off' },
  });
}

async function dropMade({ db }: TenantTransaction, contactId: string): Promise<number> {
  let rows = 0;
  for (const table of [edits, versions, interactions])
    rows += (await db.delete(table).where(eq(table.contactId, contactId))).rowCount ?? 0;
  return rows;
}

async function dropPublished(tx: TenantTransaction, organizationId: string, contactId: string) {
  await tx.db.execute(
    sql`delete from kit.events where topic = 'persona_events' and organization_id = ${organizationId} and payload->>'contactId' = ${contactId}`,
  );
}
