import type { LocalizedText } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { inArray } from 'drizzle-orm';
import { sealedDeals } from '../sealed.ts';
import { type DealRow, deals } from '../tables.ts';

type Owned = Pick<DealRow, 'ownerId' | 'createdAt'>;

/**
 * Rows of deals with their owners' names in plain text. Each deal has a sealed copy of its owner's name: one is opened for
 * each owner, that of the newest deal among these, so that many deals cost a handful of openings.
 */
export async function withOwnerNames<R extends Owned & Pick<DealRow, 'organizationId' | 'ownerName'>>(
  tx: Pick<TenantTransaction, 'open'>,
  rows: readonly R[],
): Promise<R[]> {
  const opened = await tx.open(sealedDeals, newestOf(rows));
  const nameOf = new Map(opened.map(({ ownerId, ownerName }) => [ownerId, ownerName]));
  return rows.map((row) => ({ ...row, ownerName: nameOf.get(row.ownerId) ?? row.ownerName }));
}

/** The same for thousands of rows: names are read for the newest deal of each owner alone. */
export async function ownerNamesOf(
  tx: TenantTransaction,
  rows: readonly (Owned & Pick<DealRow, 'id'>)[],
): Promise<(ownerId: string) => LocalizedText> {
  const ids = newestOf(rows).map(({ id }) => id);
  const { organizationId, ownerId, ownerName } = deals;
  const stored =
    ids.length === 0
      ? []
      : await tx.db.select({ organizationId, ownerId, ownerName }).from(deals).where(inArray(deals.id, ids));
  const opened = await tx.open(sealedDeals, stored);
  const nameOf = new Map(opened.map((row) => [row.ownerId, row.ownerName]));
  return (id) => nameOf.get(id) ?? NOBODY;
}

/** Of a deal that was deleted since its row was read. */
const NOBODY: LocalizedText = { zh: '—', en: '—' };

function newestOf<R extends Owned>(rows: readonly R[]): R[] {
  const newest = new Map<string, R>();
  for (const row of rows) {
    const known = newest.get(row.ownerId);
    if (known === undefined || known.createdAt < row.createdAt) newest.set(row.ownerId, row);
  }
  return [...newest.values()];
}
