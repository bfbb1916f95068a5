import type { TenantTransaction } from '@tokenholic/kit';
import { foldForSearch } from '../domain/deal.ts';
import { accounts, deals } from '../tables.ts';

/** Folded names of the clients in this transaction, with their ids. */
export async function namesOf(tx: TenantTransaction): Promise<Map<string, string>> {
  const rows = await tx.db.select().from(accounts);
  return new Map(rows.map(({ organizationId, name }) => [foldForSearch(name), organizationId]));
}

/** `clientId/folded title` of every deal in this transaction. */
export async function titlesOf(tx: TenantTransaction): Promise<Set<string>> {
  const rows = await tx.db.select({ clientId: deals.organizationId, title: deals.title }).from(deals);
  return new Set(rows.map(({ clientId, title }) => `${clientId}/${foldForSearch(title)}`));
}
