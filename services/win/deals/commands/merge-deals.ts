import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isOpen, searchTextOf } from '../domain/deal.ts';
import { notOneClient, wasClosed } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { lockDeal } from '../queries/deal-access.ts';
import { nameOf } from '../queries/list-accounts.ts';
import { sealedCareSteps } from '../sealed.ts';
import { careSteps, type DealRow, deals } from '../tables.ts';
import { columnsOf } from './merge-contacts.ts';
import { refreshDeal } from './refresh-deal.ts';
import { putRow, takeRows } from './told-rows.ts';

const MOVED = ['activities', 'tasks', 'files', 'advice'] as const;
const TOLD = ['deal_contacts', 'changes', 'marks'] as const;
const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/** What is needed to take a merge of two deals apart again. */
export const mergedDealSchema = z.object({
  gone: z.object({ id: z.uuid(), title: z.string() }).loose(),
  kept: z.object({ products: z.array(z.string()), competitors: z.array(z.string()) }),
  /** Ids of what went over to the one that stays. */
  moved: z.record(z.enum(MOVED), z.array(z.uuid())),
  /** Rows that went with the other one. */
  told: z.record(z.enum(TOLD), rowsSchema),
  /** People who came to the one that stays. */
  joined: z.array(z.uuid()),
});

/** Two deals that are one: records, steps, files and people go to the one that stays; its amount, stage and dates hold. */
export async function mergeDeals(
  kit: Kit,
  tx: TenantTransaction,
  { user }: Principal,
  { id, keep: keepId, drop: dropId }: { id: string; keep: string; drop: string },
): Promise<void> {
  const [keep, drop] = await lockBoth(tx, keepId, dropId);
  if (keep.organizationId !== drop.organizationId) throw notOneClient();
  if (!isOpen(keep.stage) && isOpen(drop.stage)) throw wasClosed();
  const gone = { dealId: dropId, organizationId: drop.organizationId };
  const told = {
    deal_contacts: await takeRows(tx, 'deal_contacts', gone),
    changes: await takeRows(tx, 'changes', gone),
    marks: await takeRows(tx, 'marks', gone),
  };
  const moved: Record<string, string[]> = {};
  for (const table of MOVED) {
    const { rows } = await tx.db.execute<{ id: string }>(sql`
      update deals.${sql.identifier(table)} set deal_id = ${keepId} where deal_id = ${dropId} returning id`);
    moved[table] = rows.map((row) => row.id);
  }
  const { rows: joined } = await tx.db.execute<{ contact_id: string }>(sql`
    insert into deals.deal_contacts select ${keepId}, contact_id, organization_id, role, added_at
    from deals.deal_contacts where deal_id = ${dropId} on conflict do nothing returning contact_id`);
  await tx.db.delete(deals).where(eq(deals.id, dropId));
  const after = await widen(tx, keep, drop);
  await refreshDeal(tx, keepId);
  const text = headlines.merged(keep.title, drop.title);
  const step = await tx.seal(sealedCareSteps, keep.organizationId, {
    ...{
      operationId: id,
      subjectId: keepId,
      organizationId: keep.organizationId,
      kind: 'merge_deal' as const,
    },
    before: {
      ...{ gone: drop, moved, told, joined: joined.map((row) => row.contact_id) },
      kept: { products: keep.products, competitors: keep.competitors },
    },
    ...{ revision: after.revision, text, userId: user.id, byName: user.name, at: kit.now() },
  });
  await tx.db.insert(careSteps).values(step);
  await tx.publish(keep.organizationId, 'deal.merged', { headline: text, dealId: keepId, goneId: dropId });
  await tx.audit(keep.organizationId, { action: 'deal.merge', subject: keepId, before: { gone: dropId } });
}

async function lockBoth(tx: TenantTransaction, keepId: string, dropId: string): Promise<[DealRow, DealRow]> {
  if (keepId === dropId) throw notOneClient();
  const first = await lockDeal(tx, keepId < dropId ? keepId : dropId);
  const second = await lockDeal(tx, keepId < dropId ? dropId : keepId);
  return first.id === keepId ? [first, second] : [second, first];
}

/** The one that stays knows the products and rivals of both, and what was filled in on the other where it is empty. */
async function widen(tx: TenantTransaction, keep: DealRow, drop: DealRow): Promise<DealRow> {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].slice(0, 12);
  const after = {
    ...keep,
    products: union(keep.products, drop.products),
    competitors: union(keep.competitors, drop.competitors),
    revision: keep.revision + 1,
  };
  const { products, competitors, revision } = after;
  const searchText = searchTextOf(after, await nameOf(tx, keep.organizationId));
  await tx.db.update(deals).set({ products, competitors, revision, searchText }).where(eq(deals.id, keep.id));
  return after;
}

/** Takes a merge apart: the other deal is back with what was its own. What came to the one that stayed since then stays there. */
export async function unmergeDeals(
  tx: TenantTransaction,
  step: typeof careSteps.$inferSelect,
): Promise<void> {
  const { gone, kept, moved, told, joined } = mergedDealSchema.parse(step.before);
  const keep = await lockDeal(tx, step.subjectId);
  await putRow(tx, 'deals', step.organizationId, columnsOf(gone));
  for (const table of MOVED)
    await tx.db.execute(sql`
      update deals.${sql.identifier(table)} set deal_id = ${gone.id}
      where deal_id = ${keep.id} and id = any (${sql.param(moved[table])}::uuid[])`);
  for (const row of told.changes) await putRow(tx, 'changes', step.organizationId, row);
  for (const row of told.marks) await putRow(tx, 'marks', step.organizationId, row);
  for (const row of told.deal_contacts) await restoreLink(tx, row);
  await tx.db.execute(sql`
    delete from deals.deal_contacts where deal_id = ${keep.id} and contact_id = any (${sql.param(joined)}::uuid[])`);
  if (keep.revision === step.revision)
    await tx.db
      .update(deals)
      .set({ ...kept, revision: keep.revision + 1 })
      .where(inArray(deals.id, [keep.id]));
  await refreshDeal(tx, keep.id);
  await refreshDeal(tx, gone.id);
  const headline = headlines.mergeUndone(keep.title, gone.title);
  await tx.publish(step.organizationId, 'deal.merge_undone', { headline, dealId: keep.id, goneId: gone.id });
}

/** Only of people who are still there. */
async function restoreLink(tx: TenantTransaction, row: Record<string, unknown>): Promise<void> {
  await tx.db.execute(sql`
    insert into deals.deal_contacts select r.* from jsonb_populate_record(null::deals.deal_contacts, ${JSON.stringify(row)}::jsonb) r
    where exists (select 1 from deals.contacts c where c.id = r.contact_id) on conflict do nothing`);
}
