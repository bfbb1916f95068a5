import type { ErasureReceipt } from '@tokenholic/contracts';
import { type Kit, PAGE_SIZE, type Principal } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { receipts } from '../tables.ts';

type Row = typeof receipts.$inferSelect;

export const toReceipt = (row: Omit<Row, 'pending'>): ErasureReceipt => ({
  id: row.id,
  subject: { kind: row.subjectKind, id: row.subjectId, clientId: row.clientId },
  requestedBy: row.requestedBy,
  requestedAt: row.requestedAt.toISOString(),
  stores: row.stores,
  auditSeal: row.auditSeal,
  settledAt: row.settledAt?.toISOString() ?? null,
});

/** The latest receipts of the own organisation. */
export async function listReceipts(kit: Kit, principal: Principal): Promise<ErasureReceipt[]> {
  const home = principal.homeOrganizationId;
  const rows = await kit.database.withTenant([home], (tx) =>
    tx.db
      .select()
      .from(receipts)
      .where(eq(receipts.organizationId, home))
      .orderBy(desc(receipts.requestedAt))
      .limit(PAGE_SIZE),
  );
  return rows.map(toReceipt);
}
