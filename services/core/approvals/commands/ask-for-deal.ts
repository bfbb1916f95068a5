import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import type { DealFigures } from '../domain/deal-gate.ts';
import type { ApprovalPorts } from '../ports.ts';
import { openRequest } from './open-request.ts';

export interface AskedDeal extends DealFigures {
  dealId: string;
  clientId: string;
  title: string;
  note: string;
}

/** Asks for a yes to a deal's amount and discount, as they stand now. */
export async function askForDeal(
  kit: Kit,
  ports: ApprovalPorts,
  { user, homeOrganizationId: vendorId }: Principal,
  { dealId, clientId, title, note, amountCny, discountPercent }: AskedDeal,
): Promise<string> {
  const { id } = await openRequest(kit, ports, {
    ...{ id: uuidv7(), vendorId, clientId, type: 'deal', title: { zh: title, en: title }, detail: note },
    ...{ amountCny, discountPercent, personalData: false, subjectId: dealId },
    by: { id: user.id, name: user.name },
  });
  return id;
}
