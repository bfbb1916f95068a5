import type { DecisionRole } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { wrongContact } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { lockContact, lockDeal, withClients } from '../queries/deal-access.ts';
import { dealContacts } from '../tables.ts';
import { refreshDeal } from './refresh-deal.ts';

/** Says what a person means for the decision on a deal; null takes the person out of it. */
export async function setRole(
  kit: Kit,
  principal: Principal,
  { dealId, contactId }: { dealId: string; contactId: string },
  role: DecisionRole | null,
): Promise<void> {
  await withClients(kit, principal, async (tx) => {
    const deal = await lockDeal(tx, dealId);
    const contact = await lockContact(tx, contactId);
    const organizationId = deal.organizationId;
    if (contact.organizationId !== organizationId) throw wrongContact();
    const link = and(eq(dealContacts.dealId, dealId), eq(dealContacts.contactId, contactId));
    if (role === null) await tx.db.delete(dealContacts).where(link);
    else {
      const made = await tx.db
        .insert(dealContacts)
        .values({ dealId, contactId, organizationId, role, addedAt: kit.now() })
        .onConflictDoNothing()
        .returning({ dealId: dealContacts.dealId });
      if (made.length === 0) await tx.db.update(dealContacts).set({ role }).where(link);
    }
    await refreshDeal(tx, dealId);
    const headline = headlines.role(contact.name, deal.title, role);
    await tx.publish(organizationId, 'contact.role_changed', { headline, contactId, dealId, role });
    await tx.audit(organizationId, { action: 'deal.set_role', subject: dealId, after: { contactId, role } });
  });
}
