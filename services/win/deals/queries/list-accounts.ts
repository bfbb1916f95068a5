import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { asc, eq } from 'drizzle-orm';
import { accounts } from '../tables.ts';
import { withClients } from './deal-access.ts';

/** Clients a deal can be made for, by name. */
export async function listAccounts(kit: Kit, principal: Principal): Promise<{ id: string; name: string }[]> {
  return withClients(kit, principal, (tx) =>
    tx.db
      .select({ id: accounts.organizationId, name: accounts.name })
      .from(accounts)
      .orderBy(asc(accounts.name), asc(accounts.organizationId)),
  );
}

/** Empty until the client's first event has arrived. */
export async function nameOf(tx: TenantTransaction, clientId: string): Promise<string> {
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.organizationId, clientId));
  return account?.name ?? '';
}
