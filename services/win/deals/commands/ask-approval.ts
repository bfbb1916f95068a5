import type { DealApproval, DealStage } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { approvalNeeded } from '../domain/failures.ts';
import { isBinding } from '../domain/settings/binding.ts';
import type { StageBook } from '../domain/settings/stages.ts';
import type { DealApprovals } from '../ports.ts';
import { findDeal, withClients } from '../queries/deal-access.ts';
import type { DealRow } from '../tables.ts';

const figuresOf = ({ id, amountCny, discountPercent }: DealRow) => ({
  ...{ dealId: id, amountCny, discountPercent },
});

const dealOf = (kit: Kit, principal: Principal, dealId: string) =>
  withClients(kit, principal, (tx) => findDeal(tx, dealId));

/** Keeps a deal out of a stage that binds us while somebody still has to agree to its amount or discount. */
export async function refuseUnapproved(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  book: StageBook,
  dealId: string,
  to: DealStage,
): Promise<void> {
  if (!isBinding(book, to)) return;
  const deal = await dealOf(kit, principal, dealId);
  // The way back is free.
  if (book.placeOf(to) <= book.placeOf(deal.stage)) return;
  const need = await approvals.check(principal, figuresOf(deal));
  if (need !== null) throw approvalNeeded(book.nameOf(to), need);
}

/** Whether somebody still has to agree to the deal. */
export async function readDealApproval(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  dealId: string,
): Promise<DealApproval> {
  return { need: await approvals.check(principal, figuresOf(await dealOf(kit, principal, dealId))) };
}

/** Asks for a yes to the deal as it stands. */
export async function askDealApproval(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  dealId: string,
  note: string,
): Promise<DealApproval> {
  const deal = await dealOf(kit, principal, dealId);
  const { organizationId: clientId, title } = deal;
  await approvals.ask(principal, { ...figuresOf(deal), clientId, title, note });
  return readDealApproval(kit, approvals, principal, dealId);
}
