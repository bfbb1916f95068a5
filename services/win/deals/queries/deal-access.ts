import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { sealedContacts, sealedDeals } from '../sealed.ts';
import { contacts, type DealRow, deals } from '../tables.ts';

/** The deal, locked for a change; not found for one of a client that the person is not assigned to. */
export async function lockDeal(tx: TenantTransaction, dealId: string): Promise<DealRow> {
  const stored = await tx.db.select().from(deals).where(eq(deals.id, dealId)).for('update');
  const [row] = await tx.open(sealedDeals, stored);
  if (row === undefined) throw notFound();
  return row;
}

export async function findDeal(tx: TenantTransaction, dealId: string): Promise<DealRow> {
  const stored = await tx.db.select().from(deals).where(eq(deals.id, dealId));
  const [row] = await tx.open(sealedDeals, stored);
  if (row === undefined) throw notFound();
  return row;
}

export async function lockContact(tx: TenantTransaction, contactId: string) {
  const stored = await tx.db.select().from(contacts).where(eq(contacts.id, contactId)).for('update');
  const [row] = await tx.open(sealedContacts, stored);
  if (row === undefined || row.erasedAt !== null) throw notFound();
  return row;
}

/** Clients only: the vendor's own organisation has no deals with itself. */
export function clientsOf(principal: Principal): string[] {
  return principal.organizationIds.filter((id) => id !== principal.homeOrganizationId);
}

/** A transaction over every client the person is assigned to. */
export function withClients<T>(
  kit: Kit,
  principal: Principal,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  return kit.database.withTenant(clientsOf(principal), work);
}

/** Whether the deal is there for this person. */
export function hasDeal(kit: Kit, principal: Principal, dealId: string): Promise<boolean> {
  return withClients(kit, principal, async (tx) => {
    const rows = await tx.db.select({ id: deals.id }).from(deals).where(eq(deals.id, dealId));
    return rows.length > 0;
  });
}
