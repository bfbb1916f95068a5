import { type CreateDeal, createDealSchema, type DealCard } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { inCny, searchTextOf } from '../domain/deal.ts';
import { approvalNeeded, idTaken } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { toCard } from '../domain/present.ts';
import { isBinding } from '../domain/settings/binding.ts';
import { checkCustom } from '../domain/settings/custom-values.ts';
import { stageNotUsed } from '../domain/settings/failures.ts';
import { stageBook } from '../domain/settings/stages.ts';
import type { DealApprovals } from '../ports.ts';
import { readSettings } from '../queries/settings.ts';
import { sealedDeals } from '../sealed.ts';
import { accounts, deals } from '../tables.ts';
import { noteChanges } from './keep-deal.ts';
import { keepMark } from './keep-mark.ts';

/** A new deal of a client. Idempotent by the caller's id. */
export async function createDeal(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  clientId: string,
  command: CreateDeal,
): Promise<DealCard> {
  if (clientId === principal.homeOrganizationId) throw notFound();
  const { id, stage, ...given } = createDealSchema.parse(command);
  const settings = await readSettings(kit, principal);
  const book = stageBook(settings);
  if (!book.isUsed(stage)) throw stageNotUsed(book.nameOf(stage));
  const custom = checkCustom(settings.fields, 'deal', given.custom ?? {}, {});
  const fields = {
    ...{ ...given, custom, forecast: given.forecast ?? 'pipeline' },
    discountPercent: given.discountPercent ?? 0,
  };
  const now = kit.now();
  const amountCny = inCny(fields.amountMinor, fields.currency, reference.exchangeRate.cnyPerUsd);
  if (isBinding(book, stage)) {
    const { discountPercent } = fields;
    const need = await approvals.check(principal, { dealId: id, amountCny, discountPercent });
    if (need !== null) throw approvalNeeded(book.nameOf(stage), need);
  }
  return kit.database.withTenant([clientId], async (tx) => {
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.organizationId, clientId));
    const clientName = account?.name ?? '';
    const values = {
      ...{ id, organizationId: clientId, ...fields, stage, stageSince: now, createdAt: now },
      amountCny,
      ownerId: principal.user.id,
      ownerName: principal.user.name,
      searchText: searchTextOf(fields, clientName),
    };
    const sealed = await tx.seal(sealedDeals, clientId, values);
    const [made] = await tx.db.insert(deals).values(sealed).onConflictDoNothing().returning();
    if (made === undefined) {
      const stored = await tx.db.select().from(deals).where(eq(deals.id, id));
      const [known] = await tx.open(sealedDeals, stored);
      if (known === undefined) throw idTaken();
      return toCard(known, clientName);
    }
    const row = { ...made, ownerName: values.ownerName };
    await noteChanges(tx, [
      {
        ...{ id: uuidv7(), organizationId: clientId, dealId: id, kind: 'created', after: stage },
        ...{ byName: principal.user.name, at: now },
      },
    ]);
    await keepMark(tx, row, now);
    const headline = headlines.created(fields.title);
    await tx.publish(clientId, 'deal.created', { ...fields, headline, dealId: id, stage });
    await tx.audit(clientId, { action: 'deal.create', subject: id, after: { ...fields, stage } });
    return toCard(row, clientName);
  });
}
