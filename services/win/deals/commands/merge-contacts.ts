import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { wrongContact } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { lockContact } from '../queries/deal-access.ts';
import { sealedCareSteps, sealedContacts } from '../sealed.ts';
import { type ContactRow, careSteps, contacts, dealContacts } from '../tables.ts';
import { refreshDeal } from './refresh-deal.ts';

const linkSchema = z.object({ dealId: z.uuid(), role: z.string(), addedAt: z.coerce.date() });
/** What is needed to take a merge of two people apart again. */
export const mergedContactSchema = z.object({
  gone: z.object({ ...{ id: z.uuid(), name: z.string(), title: z.string(), email: z.string() } }).loose(),
  links: z.array(linkSchema),
  /** Roles the one who stays had before. */
  keptLinks: z.array(linkSchema),
  kept: z
    .object({ ...{ title: z.string(), email: z.string(), phone: z.string(), notes: z.string() } })
    .loose(),
  /** Records in which only the other one, or both took part. */
  onlyGone: z.array(z.uuid()),
  withBoth: z.array(z.uuid()),
});
export type MergedContact = z.infer<typeof mergedContactSchema>;

/** Two records of one person become one: deals, records and what was empty go to the one that stays. */
export async function mergeContacts(
  kit: Kit,
  tx: TenantTransaction,
  { user }: Principal,
  { id, keep: keepId, drop: dropId }: { id: string; keep: string; drop: string },
): Promise<void> {
  const [keep, drop] = await lockBoth(tx, keepId, dropId);
  if (keep.organizationId !== drop.organizationId) throw wrongContact();
  const links = await linksOf(tx, dropId);
  const keptLinks = await linksOf(tx, keepId);
  const { onlyGone, withBoth } = await replaceInRecords(tx, keepId, dropId);
  for (const link of links) {
    const before = keptLinks.find(({ dealId }) => dealId === link.dealId);
    if (before === undefined)
      await tx.db
        .insert(dealContacts)
        .values({ ...link, contactId: keepId, organizationId: keep.organizationId });
    else if (before.role === 'unknown')
      await tx.db
        .update(dealContacts)
        .set({ role: link.role })
        .where(and(eq(dealContacts.contactId, keepId), eq(dealContacts.dealId, link.dealId)));
  }
  const filled = fill(keep, drop);
  const stored = await tx.seal(sealedContacts, keep.organizationId, filled);
  await tx.db.update(contacts).set(stored).where(eq(contacts.id, keepId));
  await tx.db.delete(contacts).where(eq(contacts.id, dropId));
  for (const dealId of new Set([...links, ...keptLinks].map((link) => link.dealId)))
    await refreshDeal(tx, dealId);
  const { title, email, phone, notes, custom } = keep;
  const step = await tx.seal(sealedCareSteps, keep.organizationId, {
    ...{
      operationId: id,
      subjectId: keepId,
      organizationId: keep.organizationId,
      kind: 'merge_contact' as const,
    },
    before: {
      gone: drop,
      links,
      keptLinks,
      kept: { title, email, phone, notes, custom },
      onlyGone,
      withBoth,
    },
    ...{ revision: filled.revision, text: headlines.merged(keep.name, drop.name) },
    ...{ userId: user.id, byName: user.name, at: kit.now() },
  });
  await tx.db.insert(careSteps).values(step);
  const headline = headlines.merged(keep.name, drop.name);
  await tx.publish(keep.organizationId, 'contact.merged', { headline, contactId: keepId, goneId: dropId });
  await tx.publish(keep.organizationId, 'contact.saved', {
    ...{ contactId: keepId, headline: headlines.contact(keep.name), name: keep.name },
    ...{ title: filled.title, email: filled.email, phone: filled.phone, notes: filled.notes },
  });
  await tx.audit(keep.organizationId, {
    ...{ action: 'contact.merge', subject: keepId, before: { gone: dropId } },
  });
}

/** In one order, whoever is merged into whom: two at once do not wait for each other. */
async function lockBoth(
  tx: TenantTransaction,
  keepId: string,
  dropId: string,
): Promise<[ContactRow, ContactRow]> {
  if (keepId === dropId) throw wrongContact();
  const first = await lockContact(tx, keepId < dropId ? keepId : dropId);
  const second = await lockContact(tx, keepId < dropId ? dropId : keepId);
  return first.id === keepId ? [first, second] : [second, first];
}

function linksOf(tx: TenantTransaction, contactId: string) {
  const { dealId, role, addedAt } = dealContacts;
  return tx.db
    .select({ dealId, role, addedAt })
    .from(dealContacts)
    .where(eq(dealContacts.contactId, contactId));
}

async function replaceInRecords(tx: TenantTransaction, keepId: string, dropId: string) {
  const { rows } = await tx.db.execute<{ id: string; shared: boolean }>(sql`
    select id, contact_ids @> array[${keepId}::uuid] as shared from deals.activities
    where contact_ids @> array[${dropId}::uuid]`);
  await tx.db.execute(sql`
    update deals.activities set contact_ids = case when contact_ids @> array[${keepId}::uuid]
      then array_remove(contact_ids, ${dropId}::uuid) else array_replace(contact_ids, ${dropId}::uuid, ${keepId}::uuid) end
    where contact_ids @> array[${dropId}::uuid]`);
  return {
    onlyGone: rows.filter(({ shared }) => !shared).map(({ id }) => id),
    withBoth: rows.filter(({ shared }) => shared).map(({ id }) => id),
  };
}

function fill(keep: ContactRow, drop: ContactRow) {
  return {
    title: keep.title || drop.title,
    email: keep.email || drop.email,
    phone: keep.phone || drop.phone,
    notes: keep.notes === '' || drop.notes === '' ? keep.notes || drop.notes : `${keep.notes}\n${drop.notes}`,
    custom: { ...drop.custom, ...keep.custom },
    revision: keep.revision + 1,
  };
}

/** Takes a merge apart: the other person is back with deals and records; later edits of the one that stayed are kept. */
export async function unmergeContacts(
  tx: TenantTransaction,
  step: typeof careSteps.$inferSelect,
): Promise<void> {
  const { gone, links, keptLinks, kept, onlyGone, withBoth } = mergedContactSchema.parse(step.before);
  const keep = await lockContact(tx, step.subjectId);
  const { organizationId } = step;
  const returned = await tx.seal(sealedContacts, organizationId, gone);
  await tx.db.execute(sql`
    insert into deals.contacts select * from jsonb_populate_record(null::deals.contacts, ${JSON.stringify(columnsOf(returned))}::jsonb)`);
  if (keep.revision === step.revision)
    await tx.db
      .update(contacts)
      .set({ ...(await tx.seal(sealedContacts, organizationId, kept)), revision: keep.revision + 1 })
      .where(eq(contacts.id, keep.id));
  await tx.db.execute(sql`
    delete from deals.deal_contacts where contact_id = ${keep.id}
      and deal_id = any (${sql.param(links.map(({ dealId }) => dealId))}::uuid[])`);
  await restoreLinks(
    tx,
    organizationId,
    keep.id,
    keptLinks.filter(({ dealId }) => links.some((one) => one.dealId === dealId)),
  );
  await restoreLinks(tx, organizationId, gone.id, links);
  await tx.db.execute(sql`
    update deals.activities set contact_ids = array_replace(contact_ids, ${keep.id}::uuid, ${gone.id}::uuid)
    where id = any (${sql.param(onlyGone)}::uuid[])`);
  await tx.db.execute(sql`
    update deals.activities set contact_ids = contact_ids || ${gone.id}::uuid
    where id = any (${sql.param(withBoth)}::uuid[]) and not contact_ids @> array[${gone.id}::uuid]`);
  for (const dealId of new Set(links.map((link) => link.dealId))) await refreshDeal(tx, dealId);
  const headline = headlines.mergeUndone(keep.name, gone.name);
  await tx.publish(organizationId, 'contact.merge_undone', { headline, contactId: keep.id, goneId: gone.id });
}

/** Links to deals that are still there. */
async function restoreLinks(
  tx: TenantTransaction,
  organizationId: string,
  contactId: string,
  links: MergedContact['links'],
): Promise<void> {
  for (const { dealId, role, addedAt } of links) {
    const { rowCount } = await tx.db.execute(sql`
      insert into deals.deal_contacts (deal_id, contact_id, organization_id, role, added_at)
      select id, ${contactId}, ${organizationId}, ${role}, ${addedAt.toISOString()} from deals.deals where id = ${dealId}
      on conflict do nothing`);
    if (rowCount === 0)
      await tx.db.execute(
        sql`update deals.deal_contacts set role = ${role} where deal_id = ${dealId} and contact_id = ${contactId}`,
      );
  }
}

/** Names of properties as the columns are called. */
export function columnsOf(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
