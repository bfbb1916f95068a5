import { type DealStage, dealFieldsSchema } from '@tokenholic/contracts';
import type { Principal, TenantTransaction } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { changedFields, isPush, searchTextOf } from '../domain/deal.ts';
import { headlines } from '../domain/headline.ts';
import type { StageBook } from '../domain/settings/stages.ts';
import { nameOf } from '../queries/list-accounts.ts';
import type { DealRow } from '../tables.ts';
import { keepDeal, noteChanges } from './keep-deal.ts';
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
  await keepDeal(tx, after);
  await noteChanges(tx, linesOf(user.name, before, after, now));
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

/** What of it belongs to the deal's story. */
function linesOf(byName: DealRow['ownerName'], before: DealRow, after: DealRow, at: Date) {
  const stage = (row: DealRow): DealStage => row.stage;
  const lines = [
    { kind: 'stage' as const, before: stage(before), after: stage(after) },
    { kind: 'close_date' as const, before: before.closeDate, after: after.closeDate },
  ].filter((line) => line.before !== line.after);
  const owners = { before: before.ownerName.zh, after: after.ownerName.zh };
  const handed = owners.before === owners.after ? [] : [{ kind: 'owner' as const, after: '', owners }];
  return [...lines, ...handed].map((line) => ({
    ...{ id: uuidv7(), organizationId: before.organizationId, dealId: before.id, byName, at },
    ...line,
  }));
}
