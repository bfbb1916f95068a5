import { isDeepStrictEqual } from 'node:util';
import { type Contact, type ContactFields, contactFieldsSchema } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { changedMeanwhile, idTaken } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { toContact } from '../domain/present.ts';
import { checkCustom } from '../domain/settings/custom-values.ts';
import { lockContact, withClients } from '../queries/deal-access.ts';
import { nameOf } from '../queries/list-accounts.ts';
import { readSettings } from '../queries/settings.ts';
import { sealedContacts } from '../sealed.ts';
import { contacts, dealContacts } from '../tables.ts';
import { refreshDeal } from './refresh-deal.ts';

/** A new person at a client. Idempotent by the caller's id. */
export async function addContact(
  kit: Kit,
  principal: Principal,
  clientId: string,
  command: ContactFields & { id: string },
): Promise<Contact> {
  if (clientId === principal.homeOrganizationId) throw notFound();
  const given = contactFieldsSchema.parse(command);
  const { fields: own } = await readSettings(kit, principal);
  const fields = { ...given, custom: checkCustom(own, 'contact', given.custom ?? {}, {}) };
  return kit.database.withTenant([clientId], async (tx) => {
    const clientName = await nameOf(tx, clientId);
    const plain = { id: command.id, organizationId: clientId, ...fields, createdAt: kit.now() };
    const values = await tx.seal(sealedContacts, clientId, plain);
    const [row] = await tx.db.insert(contacts).values(values).onConflictDoNothing().returning();
    if (row === undefined) {
      const stored = await tx.db.select().from(contacts).where(eq(contacts.id, command.id));
      const [known] = await tx.open(sealedContacts, stored);
      if (known === undefined) throw idTaken();
      return toContact(known, clientName);
    }
    const headline = headlines.contact(fields.name);
    await tx.publish(clientId, 'contact.saved', { ...fields, headline, contactId: row.id });
    return toContact({ ...row, ...fields }, clientName);
  });
}

export async function changeContact(
  kit: Kit,
  principal: Principal,
  contactId: string,
  command: ContactFields & { revision: number },
): Promise<Contact> {
  const given = contactFieldsSchema.parse(command);
  const { fields: own } = await readSettings(kit, principal);
  return withClients(kit, principal, async (tx) => {
    const before = await lockContact(tx, contactId);
    if (before.revision !== command.revision) throw changedMeanwhile();
    const custom =
      given.custom === undefined ? before.custom : checkCustom(own, 'contact', given.custom, before.custom);
    const fields = { ...given, custom };
    const after = { ...before, ...fields, revision: before.revision + 1 };
    const clientId = before.organizationId;
    const stored = await tx.seal(sealedContacts, clientId, after);
    await tx.db.update(contacts).set(stored).where(eq(contacts.id, contactId));
    const headline = headlines.contact(fields.name);
    await tx.publish(clientId, 'contact.saved', { ...fields, headline, contactId });
    // The trail says what was touched, never what it said: nothing can be taken out of it again.
    const changed = Object.entries(fields).flatMap(([field, value]) =>
      isDeepStrictEqual(value, Reflect.get(before, field)) ? [] : [field],
    );
    await tx.audit(clientId, { action: 'contact.change', subject: contactId, after: { changed } });
    return toContact(after, await nameOf(tx, clientId));
  });
}

/** Deletes a person; what was said stays with the deal, without the person. */
export async function removeContact(kit: Kit, principal: Principal, contactId: string): Promise<void> {
  await withClients(kit, principal, async (tx) => {
    const row = await lockContact(tx, contactId);
    const links = await tx.db.select().from(dealContacts).where(eq(dealContacts.contactId, contactId));
    await tx.db.delete(contacts).where(eq(contacts.id, contactId));
    for (const { dealId } of links) await refreshDeal(tx, dealId);
    const headline = headlines.contactRemoved(row.name);
    await tx.publish(row.organizationId, 'contact.removed', { headline, contactId });
    await tx.audit(row.organizationId, { action: 'contact.remove', subject: contactId });
  });
}
