import { type DealCard, type DealFields, dealFieldsSchema } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { uuidv7 } from 'uuidv7';
import { changedFields, inCny, isOpen, isPush, searchTextOf } from '../domain/deal.ts';
import { changedMeanwhile, wasClosed } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { toCard } from '../domain/present.ts';
import { covers, isBinding } from '../domain/settings/binding.ts';
import { checkCustom } from '../domain/settings/custom-values.ts';
import { stageBook } from '../domain/settings/stages.ts';
import { requestAsking } from '../jobs/ask-for-deals.ts';
import { lockDeal, withClients } from '../queries/deal-access.ts';
import { nameOf } from '../queries/list-accounts.ts';
import { readSettings } from '../queries/settings.ts';
import type { DealRow } from '../tables.ts';
import { keepDeal, noteChanges } from './keep-deal.ts';

/** Changes what a person filled in; `revision` is the one the change was made on. */
export async function changeDeal(
  kit: Kit,
  principal: Principal,
  dealId: string,
  command: DealFields & { revision: number },
): Promise<DealCard> {
  const given = dealFieldsSchema.parse(command);
  const settings = await readSettings(kit, principal);
  return withClients(kit, principal, async (tx) => {
    const before = await lockDeal(tx, dealId);
    const clientName = await nameOf(tx, before.organizationId);
    if (before.revision !== command.revision) throw changedMeanwhile();
    if (!isOpen(before.stage)) throw wasClosed();
    const fields = {
      ...given,
      // Absent: left as it is.
      custom:
        given.custom === undefined
          ? before.custom
          : checkCustom(settings.fields, 'deal', given.custom, before.custom),
      forecast: given.forecast ?? before.forecast,
      discountPercent: given.discountPercent ?? before.discountPercent,
    };
    const changed = changedFields(before, fields);
    if (changed.length === 0) return toCard(before, clientName);
    const after: DealRow = {
      ...before,
      ...fields,
      amountCny: inCny(fields.amountMinor, fields.currency, reference.exchangeRate.cnyPerUsd),
      pushes: before.pushes + (isPush(before.closeDate, fields.closeDate) ? 1 : 0),
      revision: before.revision + 1,
      searchText: searchTextOf(fields, clientName),
    };
    await keepDeal(tx, after);
    await note(tx, principal, before, after, kit.now());
    const headline = headlines.changed(fields.title);
    const state = { ...fields, headline, dealId, stage: before.stage, changed };
    await tx.publish(before.organizationId, 'deal.changed', state);
    if (isBinding(stageBook(settings), before.stage) && !covers(before, after))
      await requestAsking(tx, before.organizationId, {
        ...{ dealIds: [dealId], why: 'raised' },
        asker: { id: principal.user.id, vendorId: principal.homeOrganizationId },
      });
    await tx.audit(before.organizationId, {
      action: 'deal.change',
      subject: dealId,
      before: Object.fromEntries(changed.map((key) => [key, before[key]])),
      after: Object.fromEntries(changed.map((key) => [key, fields[key]])),
    });
    return toCard(after, clientName);
  });
}

/** What tells a deal's story: a later date, another amount. */
async function note(tx: TenantTransaction, { user }: Principal, before: DealRow, after: DealRow, at: Date) {
  const money = ({ amountMinor, currency }: DealRow) => `${amountMinor} ${currency}`;
  const lines = [
    { kind: 'close_date' as const, before: before.closeDate, after: after.closeDate },
    { kind: 'amount' as const, before: money(before), after: money(after) },
  ].filter((line) => line.before !== line.after);
  await noteChanges(
    tx,
    lines.map((line) => ({
      ...{ id: uuidv7(), organizationId: before.organizationId, dealId: before.id },
      ...{ ...line, byName: user.name, at },
    })),
  );
}
