import type { SimilarDeal } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { mostAlike } from '../domain/coach/similar.ts';
import { accounts, deals } from '../tables.ts';
import { findDeal, withClients } from './deal-access.ts';

const MOST_READ = 10_000;
const MOST_SHOWN = 6;
const DAY = 86_400_000;

const columns = {
  ...{ id: deals.id, clientId: deals.organizationId, title: deals.title, stage: deals.stage },
  ...{ amountCny: deals.amountCny, products: deals.products, competitors: deals.competitors },
  ...{ source: deals.source, roles: deals.roles, contacts: deals.contacts, outcome: deals.outcome },
  ...{ createdAt: deals.createdAt, closedAt: deals.closedAt },
};

/** Closed and open deals that are most like this one, with why, and how the closed ones ended. */
export async function readSimilar(kit: Kit, principal: Principal, dealId: string): Promise<SimilarDeal[]> {
  const now = kit.now().getTime();
  return withClients(kit, principal, async (tx) => {
    const deal = await findDeal(tx, dealId);
    const others = await tx.db
      .select(columns)
      .from(deals)
      .orderBy(desc(deals.closedAt), desc(deals.createdAt))
      .limit(MOST_READ);
    const found = mostAlike({ ...deal, clientId: deal.organizationId }, others, MOST_SHOWN);
    const names = new Map<string, string>();
    for (const { deal: one } of found) {
      const [account] = await tx.db.select().from(accounts).where(eq(accounts.organizationId, one.clientId));
      names.set(one.clientId, account?.name ?? '');
    }
    return found.map(({ deal: one, score, why }) => ({
      ...{ id: one.id, title: one.title, clientName: names.get(one.clientId) ?? '', stage: one.stage },
      ...{ amountCny: one.amountCny, score, why },
      days: Math.max(0, ((one.closedAt?.getTime() ?? now) - one.createdAt.getTime()) / DAY),
      reason: one.outcome?.reason ?? null,
      buyerReason: one.outcome?.buyerReason ?? null,
    }));
  });
}
