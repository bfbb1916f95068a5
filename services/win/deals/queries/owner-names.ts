import type { TenantTransaction } from '@tokenholic/kit';
import { sealedDeals } from '../sealed.ts';
import type { DealRow } from '../tables.ts';

type Owned = Pick<DealRow, 'organizationId' | 'ownerId' | 'ownerName' | 'createdAt'>;

/**
 * Rows of deals with their owners' names in plain text. Each deal has a sealed copy of its owner's name: one is opened for
 * each owner, that of the newest deal among these, so that thousands of deals cost a handful of openings.
 */
export async function withOwnerNames<R extends Owned>(
  tx: Pick<TenantTransaction, 'open'>,
  rows: readonly R[],
): Promise<R[]> {
  const newest = new Map<string, Owned>();
  for (const row of rows) {
    const known = newest.get(row.ownerId);
    if (known === undefined || known.createdAt < row.createdAt) newest.set(row.ownerId, row);
  }
  const opened = await tx.open(sealedDeals, [...newest.values()]);
  const nameOf = new Map(opened.map(({ ownerId, ownerName }) => [ownerId, ownerName]));
  return rows.map((row) => ({ ...row, ownerName: nameOf.get(row.ownerId) ?? row.ownerName }));
}
