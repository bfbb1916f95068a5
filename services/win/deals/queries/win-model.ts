import { createHash } from 'node:crypto';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { type ClosedRow, trainWinModel, type WinModel } from '../domain/coach/win-model.ts';

/** The newest closed deals are enough to learn from, and bound the time it takes. */
const MOST_DEALS = 3_000;
const KEPT_MILLISECONDS = 3_600_000;

/**
 * The model of the deals that this person may see: closed deals of other clients teach nobody who is not assigned to them.
 * Kept until a deal closes or opens again.
 */
export async function winModelOf(kit: Kit, principal: Principal, tx: TenantTransaction): Promise<WinModel> {
  const { rows: known } = await tx.db.execute<{ deals: number; last: string | null }>(
    sql`select count(*)::int as deals, max(closed_at)::text as last from deals.deals where closed_at is not null`,
  );
  const state = [known[0]?.deals, known[0]?.last, [...tx.organizationIds].sort().join()].join('/');
  const key = `deals.win_model/${createHash('sha256').update(state).digest('base64url')}`;
  const kept = kit.cache.get<WinModel>(principal.homeOrganizationId, key);
  if (kept !== undefined) return kept;
  const model = trainWinModel(await closedRows(tx));
  kit.cache.set(principal.homeOrganizationId, key, model, KEPT_MILLISECONDS);
  return model;
}

async function closedRows(tx: TenantTransaction): Promise<ClosedRow[]> {
  const { rows } = await tx.db.execute<{
    deal_id: string;
    closed_at: string;
    won: boolean;
    features: Record<string, number>;
  }>(sql`
    select d.id as deal_id, extract(epoch from d.closed_at)::float8 as closed_at, d.stage = 'won' as won, m.features
    from (select id, closed_at, stage from deals.deals where closed_at is not null
      order by closed_at desc limit ${MOST_DEALS}) d
    join deals.marks m on m.deal_id = d.id`);
  return rows.map((row) => ({
    ...{ dealId: row.deal_id, won: row.won, features: row.features },
    closedAt: Number(row.closed_at) * 1_000,
  }));
}
