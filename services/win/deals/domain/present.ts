import type { Contact, DealCard } from '@tokenholic/contracts';
import type { contacts, DealRow } from '../tables.ts';

/** A deal as lists show it. */
export function toCard(row: DealRow, clientName: string): DealCard {
  return {
    id: row.id,
    clientId: row.organizationId,
    clientName,
    title: row.title,
    stage: row.stage,
    stageSince: row.stageSince.toISOString(),
    amountMinor: row.amountMinor,
    currency: row.currency,
    closeDate: row.closeDate,
    source: row.source,
    products: row.products,
    competitors: row.competitors,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
    nextStepOn: row.nextStepOn,
    contacts: row.contacts,
    roles: row.roles,
    pushes: row.pushes,
    revision: row.revision,
    custom: row.custom,
    forecast: row.forecast,
    discountPercent: row.discountPercent,
  };
}

export function toContact(row: typeof contacts.$inferSelect, clientName: string): Contact {
  const { id, organizationId, name, title, email, phone, notes, revision, custom } = row;
  return { id, clientId: organizationId, clientName, name, title, email, phone, notes, revision, custom };
}
