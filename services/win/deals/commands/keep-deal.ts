import type { TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { sealedChanges, sealedDeals } from '../sealed.ts';
import { changes, type DealRow, deals } from '../tables.ts';

/** Writes a locked deal as it is now. */
export async function keepDeal(tx: TenantTransaction, deal: DealRow): Promise<void> {
  const row = await tx.seal(sealedDeals, deal.organizationId, deal);
  await tx.db.update(deals).set(row).where(eq(deals.id, deal.id));
}

type NewChange = typeof changes.$inferInsert;

/** Adds to the story of deals; a line that is there already stays as it is. */
export async function noteChanges(tx: TenantTransaction, lines: readonly NewChange[]): Promise<void> {
  if (lines.length === 0) return;
  const rows: NewChange[] = [];
  for (const line of lines) rows.push(await tx.seal(sealedChanges, line.organizationId, line));
  await tx.db.insert(changes).values(rows).onConflictDoNothing();
}
