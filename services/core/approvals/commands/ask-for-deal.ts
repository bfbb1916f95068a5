import type { ApprovalPerson } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { type DealFigures, isOutgrown, needOf } from '../domain/deal-gate.ts';
import type { ApprovalPorts } from '../ports.ts';
import { questionOf, requestsOf } from '../queries/check-deal.ts';
import { type Asker, findRoute } from '../queries/find-route.ts';
import { giveWay } from './give-way.ts';
import { openRequest } from './open-request.ts';

export interface AskedDeal extends DealFigures {
  dealId: string;
  clientId: string;
  title: string;
  note: string;
}

export type NamedAsker = Asker & ApprovalPerson;

/** Asks for a yes to a deal's amount and discount, as they stand now. */
export async function askForDeal(
  kit: Kit,
  ports: ApprovalPorts,
  { id: askerId, name, vendorId }: NamedAsker,
  { dealId, clientId, title, note, ...figures }: AskedDeal,
): Promise<string> {
  const { id } = await openRequest(kit, ports, {
    ...{ id: uuidv7(), vendorId, clientId, title: { zh: title, en: title }, detail: note, subjectId: dealId },
    ...questionOf(figures),
    by: { id: askerId, name },
  });
  return id;
}

/**
 * The same without anybody pressing a button, for a deal that binds us already: nothing where no rule asks, where somebody
 * has agreed to as much, or was asked for as much. A request for less than the deal is now gives way to a new one.
 */
export async function askForDealAtOnce(
  kit: Kit,
  ports: ApprovalPorts,
  asker: NamedAsker,
  deal: AskedDeal,
): Promise<void> {
  const { ruleId } = await findRoute(kit, ports, asker, questionOf(deal));
  if (ruleId === null) return;
  const earlier = await requestsOf(kit, asker.vendorId, deal.dealId);
  const need = needOf(deal, earlier);
  if (need === null || need.state === 'rejected') return;
  const open = earlier.find(({ id }) => id === need.approvalId);
  if (open !== undefined) {
    if (!isOutgrown(open, deal)) return;
    // Decided in this moment: the new request is asked all the same.
    await giveWay(kit, asker, open.id, '');
  }
  await askForDeal(kit, ports, asker, deal);
}
