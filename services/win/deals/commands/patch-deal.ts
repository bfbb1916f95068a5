import { type DealStage, dealFieldsSchema } from '@tokenholic/contracts';
import type { Principal, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { changedFields, isPush, searchTextOf } from '../domain/deal.ts';
import { headlines } from '../domain/headline.ts';
import type { StageBook } from '../domain/settings/stages.ts';
import { nameOf } from '../queries/list-accounts.ts';
import { changes, type DealRow, deals } from '../tables.ts';
import { keepMark } from './keep-mark.ts';

/** What care of many deals may change in one. */
export type DealPatch = Partial<
  Pick<
    DealRow,
    | 'stage'
    | 'ownerId'
    | 'ownerName'
    | 'closeDate'
    | 'source'
    | 'products'
    | 'competitors'
    | 'forecast'
    | 'custom'
    | 'pushes'
    | 'stageSince'
  >
>;

/** Changes a locked deal, with its story, its mark and its events; `pushes` counts a later date unless the patch says it itself. */
export async function patchDeal(
  tx: TenantTransaction,
  { user }: Pick<Principal, 'user'>,
  before: DealRow,
  patch: DealPatch,
  { book, now }: { book: StageBook; now: Date },
): Promise<DealRow> {
  const moved = patch.stage !== undefined && patch.stage !== before.stage;
  const pushed = patch.closeDate !== undefined && isPush(before.closeDate, patch.closeDate);
  const after: DealRow = {
    ...before,
    ...(moved ? { stageSince: now } : {}),
    ...(pushed ? { pushes: before.pushes + 1 } : {}),
    ...patch,
    revision: before.revision + 1,
  };
  after.searchText = searchTextOf(after, await nameOf(tx, before.organizationId));
  await tx.db.update(deals).set(after).where(eq(deals.id, before.id));
  await noteChanges(tx, user.name, before, after, now);
  if (moved) await keepMark(tx, after, now);
  const { id: dealId, organizationId, title, stage } = after;
  const state = { ...dealFieldsSchema.parse(after), dealId, stage };
  if (moved)
    await tx.publish(organizationId, 'deal.stage_changed', {
      ...{ ...state, from: before.stage, headline: headlines.moved(title, book.nameOf(stage)) },
    });
  const changed: string[] = changedFields(before, after);
  if (before.ownerId !== after.ownerId) changed.push('ownerName');
  if (changed.length > 0)
    await tx.publish(organizationId, 'deal.changed', {
      ...state,
      changed,
      headline: headlines.changed(title),
    });
  return after;
}

async function noteChanges(
  tx: TenantTransaction,
  byName: DealRow['ownerName'],
  before: DealRow,
  after: DealRow,
  at: Date,
): Promise<void> {
  const owner = ({ ownerName }: DealRow) => ownerName.zh;
  const stage = (row: DealRow): DealStage => row.stage;
  const lines = [
    { kind: 'stage' as const, before: stage(before), after: stage(after) },
    { kind: 'close_date' as const, before: before.closeDate, after: after.closeDate },
    { kind: 'owner' as const, before: owner(before), after: owner(after) },
  ].filter((line) => line.before !== line.after);
  if (lines.length === 0) return;
  await tx.db.insert(changes).values(
    lines.map((line) => ({
      ...{ id: uuidv7(), organizationId: before.organizationId, dealId: before.id, byName, at },
      ...line,
    })),
  );
}
