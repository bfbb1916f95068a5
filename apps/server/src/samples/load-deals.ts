import {
  addContact,
  changeDeal,
  createDeal,
  hasDeal,
  logActivity,
  moveDeal,
  planStep,
  setRole,
  withoutApprovals,
} from '@tokenholic/deals';
import type { Kit, Principal } from '@tokenholic/kit';
import { beichen } from './deals/beichen.ts';
import { harbourline } from './deals/harbourline.ts';
import { northgate } from './deals/northgate.ts';
import { orangeBay } from './deals/orange-bay.ts';
import type { SampleAccount, SampleDeal } from './deals/sample-deal.ts';
import { yunxiu } from './deals/yunxiu.ts';
import { sampleId } from './sample-id.ts';

/** In the order of the sample clients. */
export const ACCOUNTS: readonly SampleAccount[] = [yunxiu, northgate, beichen, harbourline, orangeBay];
const DAY = 86_400_000;

/** Gives a sample client its people and deals, each thing on the day it is said to have happened. */
export async function loadDeals(kit: Kit, owner: Principal, clientId: string, index: number): Promise<void> {
  const account = ACCOUNTS[index];
  if (account === undefined) return;
  const people: Record<string, string> = {};
  for (const [key, person] of Object.entries(account.people)) {
    const id = sampleId(clientId, `contact/${key}`);
    people[key] = id;
    await addContact(kit, owner, clientId, { id, ...person, phone: '', notes: '' });
  }
  for (const deal of account.deals) await loadDeal(kit, owner, clientId, deal, people);
}

async function loadDeal(
  kit: Kit,
  owner: Principal,
  clientId: string,
  deal: SampleDeal,
  people: Record<string, string>,
): Promise<void> {
  const now = kit.now().getTime();
  const at = (days: number) => new Date(now - days * DAY);
  const on = (days: number): Kit => ({ ...kit, now: () => at(days) });
  const day = (days: number) => at(days).toISOString().slice(0, 10);
  const id = sampleId(clientId, `deal/${deal.title}`);
  if (await hasDeal(kit, owner, id)) return;
  const { title, currency, source, products, competitors, begins: stage } = deal;
  const fields = { title, amountMinor: deal.amount * 100, currency, source, products, competitors };
  const closeDate = day(deal.closedBefore ?? deal.closes);
  let card = await createDeal(on(deal.created), withoutApprovals, owner, clientId, {
    id,
    ...fields,
    closeDate,
    stage,
  });
  for (const [key, role] of Object.entries(deal.roles))
    await setRole(on(deal.created), owner, { dealId: id, contactId: people[key] ?? '' }, role);
  for (const [index, { on: days, with: keys, ...said }] of deal.said.entries())
    await logActivity(on(days), owner, id, {
      ...{ ...said, id: sampleId(id, `said/${index}`), occurredAt: at(days).toISOString() },
      contactIds: keys.map((key) => people[key] ?? ''),
    });
  for (const { title: step, due } of deal.steps)
    await planStep(kit, owner, id, { id: sampleId(id, step), title: step, dueOn: day(due) });
  if (deal.closedBefore !== undefined)
    card = await changeDeal(on(20), owner, id, {
      ...fields,
      closeDate: day(deal.closes),
      revision: card.revision,
    });
  for (const { to, on: days, outcome = null } of deal.moves)
    card = await moveDeal(on(days), withoutApprovals, owner, id, { to, revision: card.revision, outcome });
}
