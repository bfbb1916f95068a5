import type { ActivityKind, Contact, DecisionRole } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, arrayContains, desc, eq, isNull } from 'drizzle-orm';
import { toContact } from '../domain/present.ts';
import { sealedActivities, sealedContacts } from '../sealed.ts';
import { activities, contacts, dealContacts, deals } from '../tables.ts';
import { withClients } from './deal-access.ts';
import { nameOf } from './list-accounts.ts';

export interface ContactPage {
  contact: Contact;
  deals: { id: string; title: string; stage: string; role: DecisionRole }[];
  said: {
    id: string;
    dealId: string;
    kind: ActivityKind;
    direction: 'in' | 'out';
    at: string;
    subject: string;
    text: string;
  }[];
}

/** Names are sealed and put in order here: of more people than this at one client, some are left out. */
const MOST_READ = 2_000;
const MOST_LISTED = 500;

/** Everybody known at a client, by name. */
export async function listContacts(kit: Kit, clientId: string): Promise<Contact[]> {
  return kit.database.withTenant([clientId], async (tx) => {
    const clientName = await nameOf(tx, clientId);
    const rows = await tx.db
      .select()
      .from(contacts)
      .where(and(eq(contacts.organizationId, clientId), isNull(contacts.erasedAt)))
      .limit(MOST_READ);
    const people = await tx.open(sealedContacts, rows);
    return people
      .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_LISTED)
      .map((row) => toContact(row, clientName));
  });
}

/** A person, the deals they decide on and the last of what was said with them. */
export async function readContact(kit: Kit, principal: Principal, contactId: string): Promise<ContactPage> {
  return withClients(kit, principal, async (tx) => {
    const stored = await tx.db.select().from(contacts).where(eq(contacts.id, contactId));
    const [row] = await tx.open(sealedContacts, stored);
    if (row === undefined || row.erasedAt !== null) throw notFound();
    const linked = await tx.db
      .select({ id: deals.id, title: deals.title, stage: deals.stage, role: dealContacts.role })
      .from(dealContacts)
      .innerJoin(deals, eq(deals.id, dealContacts.dealId))
      .where(eq(dealContacts.contactId, contactId))
      .orderBy(desc(deals.createdAt));
    const said = await tx.db
      .select()
      .from(activities)
      .where(arrayContains(activities.contactIds, [contactId]))
      .orderBy(desc(activities.occurredAt))
      .limit(100);
    return {
      contact: toContact(row, await nameOf(tx, row.organizationId)),
      deals: linked,
      said: (await tx.open(sealedActivities, said)).map(
        ({ id, dealId, kind, direction, occurredAt, subject, text }) => ({
          ...{ id, dealId, kind, direction, subject, text },
          at: occurredAt.toISOString(),
        }),
      ),
    };
  });
}
