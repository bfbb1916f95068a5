import {
  type BulkChange,
  type BulkEdit,
  bulkEditSchema,
  type CareReport,
  type CustomField,
  type DealStage,
  type LocalizedText,
} from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { isAppError, notFound } from '@tokenholic/kit';
import { eq, inArray } from 'drizzle-orm';
import { isOpen } from '../domain/deal.ts';
import { wasClosed } from '../domain/failures.ts';
import { isBinding } from '../domain/settings/binding.ts';
import { checkCustom } from '../domain/settings/custom-values.ts';
import { stageNeeds, stageNotUsed } from '../domain/settings/failures.ts';
import { missingFor } from '../domain/settings/needs.ts';
import { type StageBook, stageBook } from '../domain/settings/stages.ts';
import type { DealApprovals } from '../ports.ts';
import { withClients } from '../queries/deal-access.ts';
import { listOwners, type Owner } from '../queries/list-owners.ts';
import { readSettings } from '../queries/settings.ts';
import { sealedCareSteps, sealedDeals } from '../sealed.ts';
import { careSteps, type DealRow, deals } from '../tables.ts';
import { refuseUnapproved } from './ask-approval.ts';
import { type DealPatch, patchDeal } from './patch-deal.ts';

interface Around {
  book: StageBook;
  fields: readonly CustomField[];
  owner: Owner | null;
  /** Deals that somebody has to agree to first, with what is missing. */
  unapproved: ReadonlyMap<string, LocalizedText>;
}

/** One change of many deals. Deals it cannot be made on are left and named; the rest is changed together and can be taken back together. */
export async function bulkEdit(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  command: BulkEdit,
): Promise<CareReport> {
  const { id, dealIds, change } = bulkEditSchema.parse(command);
  const settings = await readSettings(kit, principal);
  const around = {
    ...{ book: stageBook(settings), fields: settings.fields },
    owner: change.what === 'owner' ? await ownerOf(kit, principal, change.to) : null,
    unapproved:
      change.what === 'stage'
        ? await unapprovedOf(kit, approvals, principal, stageBook(settings), dealIds, change.to)
        : new Map<string, LocalizedText>(),
  };
  return withClients(kit, principal, async (tx) => {
    const done = await tx.db.select().from(careSteps).where(eq(careSteps.operationId, id));
    // Sent twice: the first time counts.
    if (done.length > 0) return { id, changed: done.length, left: [] };
    const stored = await tx.db
      .select()
      .from(deals)
      .where(inArray(deals.id, [...new Set(dealIds)]))
      .orderBy(deals.id)
      .for('update');
    const rows = await tx.open(sealedDeals, stored);
    const report: CareReport = { id, changed: 0, left: [] };
    for (const row of rows) {
      const why = await changeOne(kit, tx, principal, id, row, change, around);
      if (why === null) report.changed += 1;
      else report.left.push({ title: row.title, why });
    }
    return report;
  });
}

/** Asked before the change, outside of its transaction. */
async function unapprovedOf(
  kit: Kit,
  approvals: DealApprovals,
  principal: Principal,
  book: StageBook,
  dealIds: readonly string[],
  to: DealStage,
): Promise<Map<string, LocalizedText>> {
  const refused = new Map<string, LocalizedText>();
  if (!isBinding(book, to)) return refused;
  for (const dealId of new Set(dealIds)) {
    try {
      await refuseUnapproved(kit, approvals, principal, book, dealId, to);
    } catch (error) {
      // A deal that is not there is left out of the change anyway.
      if (isAppError(error, 'deals.approval_needed')) refused.set(dealId, error.userMessage);
      else if (!isAppError(error)) throw error;
    }
  }
  return refused;
}

async function ownerOf(kit: Kit, principal: Principal, ownerId: string): Promise<Owner> {
  const owner = (await listOwners(kit, principal)).find(({ id }) => id === ownerId);
  if (owner === undefined) throw notFound();
  return owner;
}

/** The trail cannot be changed when a person is erased: it names the owner by id. */
const withoutName = ({ ownerName: _, ...rest }: Record<string, unknown>) => rest;

/** Null when it was changed, else why not. */
async function changeOne(
  kit: Kit,
  tx: TenantTransaction,
  principal: Principal,
  operationId: string,
  row: DealRow,
  change: BulkChange,
  around: Around,
): Promise<LocalizedText | null> {
  const patch = patchOrReason(row, change, around);
  if ('why' in patch) return patch.why;
  const now = kit.now();
  const after = await patchDeal(tx, principal, row, patch.patch, { book: around.book, now });
  const before = Object.fromEntries(
    Object.keys({ ...patch.patch, pushes: 0, stageSince: 0 }).map((key) => [key, row[key as keyof DealRow]]),
  );
  const { organizationId, id: subjectId } = row;
  const step = await tx.seal(sealedCareSteps, organizationId, {
    ...{ operationId, subjectId, organizationId, kind: 'bulk' as const, before, revision: after.revision },
    ...{ text: textOf(change, around), userId: principal.user.id, byName: principal.user.name, at: now },
  });
  await tx.db.insert(careSteps).values(step);
  await tx.audit(organizationId, {
    action: 'deal.bulk_edit',
    subject: subjectId,
    before: withoutName(before),
    after: withoutName(patch.patch),
  });
  return null;
}

function patchOrReason(
  row: DealRow,
  change: BulkChange,
  around: Around,
): { patch: DealPatch } | { why: LocalizedText } {
  const why = around.unapproved.get(row.id);
  if (why !== undefined) return { why };
  try {
    return { patch: patchOf(row, change, around) };
  } catch (error) {
    if (isAppError(error)) return { why: error.userMessage };
    throw error;
  }
}

function patchOf(row: DealRow, change: BulkChange, { book, fields, owner }: Around): DealPatch {
  if (!isOpen(row.stage) && change.what !== 'owner') throw wasClosed();
  switch (change.what) {
    case 'stage': {
      if (!book.isUsed(change.to)) throw stageNotUsed(book.nameOf(change.to));
      const missing = missingFor(book.needsOf(change.to), row, fields);
      if (missing.length > 0) throw stageNeeds(book.nameOf(change.to), missing);
      return { stage: change.to };
    }
    case 'owner':
      return owner === null ? {} : { ownerId: owner.id, ownerName: owner.name };
    case 'close_date':
      return { closeDate: change.to };
    case 'source':
      return { source: change.to };
    case 'add_product':
      return { products: [...new Set([...row.products, change.to])].slice(0, 12) };
    case 'add_competitor':
      return { competitors: [...new Set([...row.competitors, change.to])].slice(0, 12) };
    case 'forecast':
      return { forecast: change.to };
    case 'custom': {
      const { [change.key]: _gone, ...rest } = row.custom;
      const given = change.to === null ? rest : { ...rest, [change.key]: change.to };
      return { custom: checkCustom(fields, 'deal', given, row.custom) };
    }
  }
}

const CALLS: Readonly<Record<string, LocalizedText>> = {
  commit: { zh: '承诺', en: 'commit' },
  best_case: { zh: '争取', en: 'best case' },
  pipeline: { zh: '跟进中', en: 'pipeline' },
  omitted: { zh: '不计入', en: 'left out' },
};

/** What was done, for the list of what can be taken back. */
function textOf(change: BulkChange, { book, fields, owner }: Around): LocalizedText {
  const both = (zh: string, en: string): LocalizedText => ({ zh, en });
  switch (change.what) {
    case 'stage': {
      const { zh, en } = book.nameOf(change.to);
      return both(`阶段改为「${zh}」`, `Stage set to ${en}`);
    }
    case 'owner':
      return both(`负责人改为${owner?.name.zh ?? ''}`, `Owner set to ${owner?.name.en ?? ''}`);
    case 'close_date':
      return both(`预计成交日改为 ${change.to}`, `Close date set to ${change.to}`);
    case 'source':
      return both(`来源改为「${change.to}」`, `Source set to ${change.to}`);
    case 'add_product':
      return both(`添加产品「${change.to}」`, `Product ${change.to} added`);
    case 'add_competitor':
      return both(`添加竞争对手「${change.to}」`, `Competitor ${change.to} added`);
    case 'forecast': {
      const { zh, en } = CALLS[change.to] ?? both('', '');
      return both(`预测口径改为「${zh}」`, `Forecast call set to ${en}`);
    }
    case 'custom': {
      const name = fields.find(({ key }) => key === change.key)?.name ?? both(change.key, change.key);
      return both(`修改「${name.zh}」`, `${name.en} changed`);
    }
  }
}
