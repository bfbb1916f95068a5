import type { DealApprovalNeed } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import { type DealFigures, type EarlierRequest, needOf } from '../domain/deal-gate.ts';
import type { ApprovalPorts } from '../ports.ts';
import { requests } from '../tables.ts';
import { type Asker, findRoute } from './find-route.ts';

/** What stands between a deal and the stages that bind us; null: nothing, or no rule asks for anybody. */
export async function checkDeal(
  kit: Kit,
  ports: ApprovalPorts,
  asker: Asker,
  deal: DealFigures & { dealId: string },
): Promise<DealApprovalNeed | null> {
  const { ruleId } = await findRoute(kit, ports, asker, questionOf(deal));
  return ruleId === null ? null : needOf(deal, await requestsOf(kit, asker.vendorId, deal.dealId));
}

export const questionOf = ({ amountCny, discountPercent }: DealFigures) => ({
  ...{ type: 'deal' as const, amountCny, discountPercent, personalData: false },
});

/** What was asked for the deal so far, newest first. */
export async function requestsOf(kit: Kit, vendorId: string, dealId: string): Promise<EarlierRequest[]> {
  const rows = await kit.database.withTenant([vendorId], (tx) =>
    tx.db
      .select()
      .from(requests)
      .where(and(eq(requests.subjectId, dealId), eq(requests.type, 'deal')))
      .orderBy(desc(requests.createdAt)),
  );
  return rows.map(({ id, status, amountCny, discountPercent }) => ({
    ...{ id, status, amountCny: amountCny ?? 0, discountPercent: discountPercent ?? 0 },
  }));
}
