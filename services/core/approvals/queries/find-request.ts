import { type Kit, notFound, type TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { placesOf } from '../commands/keep.ts';
import { sealedRequests } from '../sealed.ts';
import { type RequestRow, requests } from '../tables.ts';

/** The request, locked for a change. */
export async function lockRequest(tx: TenantTransaction, id: string): Promise<RequestRow> {
  const row = await findLocked(tx, id);
  if (row === null) throw notFound();
  return row;
}

/** The same; null when it is gone. */
export async function findLocked(tx: TenantTransaction, id: string): Promise<RequestRow | null> {
  const stored = await tx.db.select().from(requests).where(eq(requests.id, id)).for('update');
  const [row] = await tx.open(sealedRequests, stored);
  return row ?? null;
}

/** Organisations a change of this request is made in; a request never moves to another client. */
export async function placeOfRequest(kit: Kit, vendorId: string, id: string): Promise<string[]> {
  const [row] = await kit.database.withTenant([vendorId], (tx) =>
    tx.db
      .select({ organizationId: requests.organizationId, clientId: requests.clientId })
      .from(requests)
      .where(eq(requests.id, id)),
  );
  if (row === undefined) throw notFound();
  return placesOf(row);
}
