import type { TenantTransaction } from '@tokenholic/kit';
import { and, type eq, inArray, sql } from 'drizzle-orm';
import { isOpen } from '../domain/deal.ts';
import type { ParsedMail } from '../domain/mail/mail.ts';
import type { KnownContact, KnownDeal, MailContext } from '../domain/mail/place-mail.ts';
import { sealedContacts } from '../sealed.ts';
import { activities, contacts, dealContacts, deals } from '../tables.ts';

const MOST_DEALS = 500;

/** What these mails could belong to among the clients of this transaction. */
export async function mailContext(tx: TenantTransaction, mails: readonly ParsedMail[]): Promise<MailContext> {
  const addresses = [
    ...new Set(mails.flatMap(({ from, to }) => [from, ...to].map(({ address }) => address))),
  ];
  const known = await contactsBy(tx, addresses);
  const threads = await threadsOf(tx, [...new Set(mails.flatMap(({ references }) => references))]);
  const clients = [...new Set(known.map(({ clientId }) => clientId))];
  const ofClients = clients.length === 0 ? [] : await dealsWhere(tx, inArray(deals.organizationId, clients));
  const answered = [...new Set(threads.values())].filter((id) => !ofClients.some((deal) => deal.id === id));
  const ofThreads = answered.length === 0 ? [] : await dealsWhere(tx, inArray(deals.id, answered));
  return { contacts: known, deals: [...ofClients, ...ofThreads], threads };
}

async function contactsBy(tx: TenantTransaction, addresses: readonly string[]): Promise<KnownContact[]> {
  if (addresses.length === 0) return [];
  const wanted = await Promise.all(
    addresses.map((address) => tx.lookUpAcross(sealedContacts, 'email', address)),
  );
  const rows = await tx.db
    .select({
      ...{ id: contacts.id, organizationId: contacts.organizationId },
      ...{ name: contacts.name, email: contacts.email },
    })
    .from(contacts)
    .where(and(sql`${contacts.emailIndex} <> ''`, inArray(contacts.emailIndex, wanted)));
  const known = await tx.open(sealedContacts, rows);
  return known.map(({ organizationId: clientId, ...contact }) => ({ ...contact, clientId }));
}

async function threadsOf(tx: TenantTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ messageId: activities.messageId, dealId: activities.dealId })
    .from(activities)
    .where(inArray(activities.messageId, [...ids]));
  return new Map(rows.flatMap(({ messageId, dealId }) => (messageId === null ? [] : [[messageId, dealId]])));
}

async function dealsWhere(tx: TenantTransaction, where: ReturnType<typeof eq>): Promise<KnownDeal[]> {
  const rows = await tx.db
    .select({
      ...{ id: deals.id, clientId: deals.organizationId, title: deals.title, stage: deals.stage },
      contactIds: sql<
        string[]
      >`array(select l.contact_id::text from ${dealContacts} l where l.deal_id = ${deals.id})`,
    })
    .from(deals)
    .where(where)
    .limit(MOST_DEALS);
  return rows.map(({ stage, ...deal }) => ({ ...deal, open: isOpen(stage) }));
}

/** Those of these messages that are on record already. */
export async function onRecord(tx: TenantTransaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .select({ messageId: activities.messageId })
    .from(activities)
    .where(inArray(activities.messageId, [...ids]));
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []));
}
