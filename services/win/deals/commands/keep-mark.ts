import type { TenantTransaction } from '@tokenholic/kit';
import { featuresOf } from '../domain/coach/features.ts';
import { isOpen } from '../domain/deal.ts';
import { type DealRow, marks } from '../tables.ts';

/** Keeps what is known of a deal as it comes to a stage for the first time. */
export async function keepMark(tx: TenantTransaction, deal: DealRow, at: Date): Promise<void> {
  if (!isOpen(deal.stage)) return;
  const { id: dealId, organizationId, stage } = deal;
  await tx.db
    .insert(marks)
    .values({ dealId, organizationId, stage, at, features: featuresOf(deal, at) })
    .onConflictDoNothing();
}
