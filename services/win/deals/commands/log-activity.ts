import { type LogActivity, logActivitySchema } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { wrongContact } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { lockDeal, withClients } from '../queries/deal-access.ts';
import { sealedActivities, sealedContacts } from '../sealed.ts';
import { activities, contacts } from '../tables.ts';
import { refreshDeal } from './refresh-deal.ts';

/** Keeps a call, meeting, e-mail or note of a deal. Idempotent by the caller's id. */
export async function logActivity(
  kit: Kit,
  principal: Principal,
  dealId: string,
  command: LogActivity,
): Promise<void> {
  const { contactIds, ...said } = logActivitySchema.parse(command);
  const occurredAt = new Date(said.occurredAt);
  await withClients(kit, principal, async (tx) => {
    const deal = await lockDeal(tx, dealId);
    const organizationId = deal.organizationId;
    const people = await namedPeople(tx, organizationId, contactIds);
    const values = await tx.seal(sealedActivities, organizationId, {
      ...{ ...said, organizationId, dealId, occurredAt },
      contactIds: people.map(({ contactId }) => contactId),
      ...{ byName: principal.user.name, createdAt: kit.now() },
    });
    const added = await tx.db
      .insert(activities)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: activities.id });
    if (added.length === 0) return;
    await refreshDeal(tx, dealId);
    const { id: activityId, ...rest } = said;
    const headline = headlines.activity(said.kind, said.subject);
    await tx.publish(organizationId, 'activity.logged', { ...rest, headline, activityId, dealId, people });
  });
}

/** Who took part, by name; all of one client, or it is refused. */
export async function namedPeople(tx: TenantTransaction, organizationId: string, given: readonly string[]) {
  const ids = [...new Set(given)];
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({ contactId: contacts.id, organizationId: contacts.organizationId, name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.organizationId, organizationId), inArray(contacts.id, ids)));
  if (rows.length !== ids.length) throw wrongContact();
  return (await tx.open(sealedContacts, rows)).map(({ contactId, name }) => ({ contactId, name }));
}
