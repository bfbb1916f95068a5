import { type DealCard, dealFieldsSchema, type MoveDeal } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { isOpen } from '../domain/deal.ts';
import { changedMeanwhile, outcomeNeeded } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { toCard } from '../domain/present.ts';
import { stageNeeds, stageNotUsed } from '../domain/settings/failures.ts';
import { missingFor } from '../domain/settings/needs.ts';
import { stageBook } from '../domain/settings/stages.ts';
import type { DealApprovals } from '../ports.ts';
import { lockDeal, withClients } from '../queries/deal-access.ts';
import { nameOf } from '../queries/list-accounts.ts';
import { readSettings } from '../queries/settings.ts';
import type { DealRow } from '../tables.ts';
import { refuseUnapproved } from './ask-approval.ts';
import { keepDeal, noteChanges } from './keep-deal.ts';
import { keepMark } from './keep-mark.ts';

/** Moves a deal to another stage; won and lost need a reason, and moving out of them opens the deal again. */
export async function moveDeal(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  dealId: string,
  { to, revision, outcome }: MoveDeal,
): Promise<DealCard> {
  const at = kit.now();
  const settings = await readSettings(kit, principal);
  const book = stageBook(settings);
  // The revision that was looked at is the one that is moved: what was agreed to cannot change in between.
  await refuseUnapproved(kit, approvals, principal, book, dealId, to);
  return withClients(kit, principal, async (tx) => {
    const before = await lockDeal(tx, dealId);
    const clientId = before.organizationId;
    const clientName = await nameOf(tx, clientId);
    if (before.revision !== revision) throw changedMeanwhile();
    const closes = !isOpen(to);
    if (closes && outcome === null) throw outcomeNeeded();
    if (before.stage === to) return toCard(before, clientName);
    if (!book.isUsed(to)) throw stageNotUsed(book.nameOf(to));
    const missing = missingFor(book.needsOf(to), before, settings.fields);
    if (missing.length > 0) throw stageNeeds(book.nameOf(to), missing);
    const after: DealRow = {
      ...before,
      ...{ stage: to, stageSince: at, revision: before.revision + 1 },
      ...{ outcome: closes ? outcome : null, closedAt: closes ? at : null },
    };
    await keepDeal(tx, after);
    await noteChanges(tx, [
      {
        ...{ id: uuidv7(), organizationId: clientId, dealId, kind: 'stage', before: before.stage, after: to },
        ...{ byName: principal.user.name, at },
      },
    ]);
    await keepMark(tx, after, at);
    const state = { ...dealFieldsSchema.parse(before), dealId, stage: to };
    const headline = headlines.moved(before.title, book.nameOf(to));
    await tx.publish(clientId, 'deal.stage_changed', { ...state, headline, from: before.stage });
    if (outcome !== null && (to === 'won' || to === 'lost')) {
      const ended = { ...state, headline: headlines[to](before.title), outcome, closedAt: at.toISOString() };
      await tx.publish(clientId, to === 'won' ? 'deal.won' : 'deal.lost', ended);
    }
    await tx.audit(clientId, {
      ...{ action: 'deal.move', subject: dealId, before: { stage: before.stage } },
      ...{ after: { stage: to, outcome }, ...(outcome === null ? {} : { reason: outcome.text }) },
    });
    return toCard(after, clientName);
  });
}
