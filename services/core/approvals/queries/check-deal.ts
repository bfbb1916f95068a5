import type { DealApprovalNeed } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import { type DealFigures, needOf } from '../domain/deal-gate.ts';
import type { ApprovalPorts } from '../ports.ts';
import { requests } from '../tables.ts';
import { findRoute } from './find-route.ts';

/** What stands between a deal and the stages that bind us; null: nothing, or no rule asks for anybody. */
export async function checkDeal(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Pick<Principal, 'user' | 'homeOrganizationId'>,
  deal: DealFigures & { dealId: string },
): Promise<DealApprovalNeed | null> {
  const question = { ...deal, type: 'deal' as const, personalData: false };
  const { ruleId } = await findRoute(kit, ports, principal, question);
  if (ruleId === null) return null;
  const home = principal.homeOrganizationId;
  const rows = await kit.database.withTenant([home], (tx) =>
    tx.db
      .select()
      .from(requests)
      .where(and(eq(requests.subjectId, deal.dealId), eq(requests.type, 'deal')))
      .orderBy(desc(requests.createdAt)),
  );
  const earlier = rows.map(({ id, status, amountCny, discountPercent }) => ({
    ...{ id, status, amountCny: amountCny ?? 0, discountPercent: discountPercent ?? 0 },
  }));
  return needOf(deal, earlier);
}
