import type { Deal, DealContact, DealMoment } from '@tokenholic/contracts';
import { formatCursor, type Kit, type Principal, parseCursor, type TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';

import { toCard, toContact } from '../domain/present.ts';
import { sealedActivities, sealedChanges, sealedContacts, sealedTasks } from '../sealed.ts';
import { activities, changes, contacts, dealContacts, tasks } from '../tables.ts';
import { findDeal, withClients } from './deal-access.ts';
import { nameOf } from './list-accounts.ts';

/** A deal with the people who decide on it and its next steps. */
export async function readDeal(kit: Kit, principal: Principal, dealId: string): Promise<Deal> {
  return withClients(kit, principal, async (tx) => {
    const row = await findDeal(tx, dealId);
    const clientName = await nameOf(tx, row.organizationId);
    const planned = await tx.db
      .select()
      .from(tasks)
      .where(eq(tasks.dealId, dealId))
      .orderBy(asc(tasks.dueOn), asc(tasks.id));
    const steps = await tx.open(sealedTasks, planned);
    return {
      ...toCard(row, clientName),
      outcome: row.outcome,
      people: await peopleOf(tx, dealId, clientName),
      tasks: steps.map(({ id, title, dueOn, doneAt }) => ({
        ...{ id, title, dueOn },
        doneAt: doneAt?.toISOString() ?? null,
      })),
    };
  });
}

async function peopleOf(tx: TenantTransaction, dealId: string, clientName: string): Promise<DealContact[]> {
  const rows = await tx.db
    .select({ contact: contacts, role: dealContacts.role })
    .from(dealContacts)
    .innerJoin(contacts, eq(contacts.id, dealContacts.contactId))
    .where(eq(dealContacts.dealId, dealId))
    .orderBy(asc(dealContacts.addedAt), asc(contacts.id));
  const people = await tx.open(
    sealedContacts,
    rows.map(({ contact, role }) => ({ ...contact, role })),
  );
  return people.map(({ role, ...contact }) => ({
    ...{ ...toContact(contact, clientName), role, erased: contact.erasedAt !== null },
  }));
}

/** What happened on a deal, newest first. */
export async function readMoments(
  kit: Kit,
  principal: Principal,
  dealId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: DealMoment[]; nextCursor: string | null }> {
  const after = parseCursor(page.cursor);
  const before = after === null ? null : new Date(Number(after.value));
  return withClients(kit, principal, async (tx) => {
    await findDeal(tx, dealId);
    const stored = await tx.db
      .select()
      .from(activities)
      .where(
        and(eq(activities.dealId, dealId), before === null ? undefined : lt(activities.occurredAt, before)),
      )
      .orderBy(desc(activities.occurredAt), desc(activities.id))
      .limit(page.limit + 1);
    const said = await tx.open(sealedActivities, stored);
    const story = await tx.db
      .select()
      .from(changes)
      .where(and(eq(changes.dealId, dealId), before === null ? undefined : lt(changes.at, before)))
      .orderBy(desc(changes.at), desc(changes.id))
      .limit(page.limit + 1);
    const changed = await tx.open(sealedChanges, story);
    const names = await namesOf(tx, [...new Set(said.flatMap(({ contactIds }) => contactIds))]);
    const all = [...said.map((row) => momentOf(row, names)), ...changed.map(changeOf)].sort(
      (a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1),
    );
    const items = upTo(all, page.limit);
    const last = items.at(-1);
    const more = last !== undefined && items.length < all.length;
    return { items, nextCursor: more ? formatCursor(Date.parse(last.at), last.id) : null };
  });
}

/** A page ends between two instants: the next one begins strictly before the last. */
function upTo(all: readonly DealMoment[], limit: number): DealMoment[] {
  const edge = all[limit - 1];
  return edge === undefined ? [...all] : all.filter((one, index) => index < limit || one.at === edge.at);
}

async function namesOf(tx: TenantTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: contacts.id, organizationId: contacts.organizationId, name: contacts.name })
    .from(contacts)
    .where(inArray(contacts.id, [...ids]));
  return new Map((await tx.open(sealedContacts, rows)).map(({ id, name }) => [id, name]));
}

function momentOf(row: typeof activities.$inferSelect, names: Map<string, string>): DealMoment {
  const { id, direction, subject, text, contactIds, kind, byName } = row;
  const known = contactIds.flatMap((contact) => names.get(contact) ?? []);
  const what = {
    kind: 'activity' as const,
    activity: kind,
    direction,
    subject,
    text,
    contactIds,
    names: known,
  };
  return { id, at: row.occurredAt.toISOString(), by: byName, what };
}

function changeOf({ id, at, byName, kind, owners, ...row }: typeof changes.$inferSelect): DealMoment {
  const { before, after } = owners ?? row;
  const what = kind === 'created' ? { kind, to: after } : { kind, from: before ?? '', to: after };
  return { id, at: at.toISOString(), by: byName, what };
}
