import { eventRegistry } from '@tokenholic/contracts';
import type { Reaction, TenantTransaction } from '@tokenholic/kit';
import { and, eq, ne, sql } from 'drizzle-orm';
import { forget } from '../commands/forget.ts';
import { markStale, REBUILD_QUEUE } from '../commands/mark-stale.ts';
import { sealedSubjects } from '../sealed.ts';
import { interactions, subjects } from '../tables.ts';

const find = async (tx: TenantTransaction, contactId: string) => {
  const [row] = await tx.db.select().from(subjects).where(eq(subjects.contactId, contactId)).for('update');
  return row;
};

/** Two records of one person became one: what both did is one history. Switched off for one of them, it is off for the person. */
export const onContactMerged: Reaction<'contact.merged'> = async (tx, event) => {
  const { contactId, goneId } = event.payload;
  const { organizationId } = event;
  const kept = await find(tx, contactId);
  const gone = await find(tx, goneId);
  if (kept === undefined || gone === undefined) return;
  if (kept.allowed && gone.allowed) {
    await tx.db.execute(sql`
      update personas.interactions i set contact_id = ${contactId} where contact_id = ${goneId} and not exists
        (select 1 from personas.interactions o where o.activity_id = i.activity_id and o.contact_id = ${contactId})`);
    const roles = { ...gone.roles, ...kept.roles };
    await tx.db.update(subjects).set({ roles }).where(eq(subjects.contactId, contactId));
  }
  await forget(tx, organizationId, goneId, 'contact_removed');
  if (kept.allowed && !gone.allowed) await forget(tx, organizationId, contactId, 'switched_off');
  else await markStale(tx, contactId, new Date(event.occurredAt));
};

/** The other record is back: both histories are read again from the log, each with what was its own. */
export const onMergeUndone: Reaction<'contact.merge_undone'> = async (tx, event) => {
  const { contactId, goneId } = event.payload;
  const { organizationId } = event;
  const kept = await find(tx, contactId);
  if (kept === undefined) return;
  const { rows } = await tx.db.execute<{ payload: unknown; personal: string | null }>(sql`
    select payload, personal from kit.events where organization_id = ${organizationId} and type = 'contact.saved'
      and payload->>'contactId' = ${goneId} order by kit.events.seq desc limit 1`);
  if (rows[0] === undefined) return;
  const payload = await tx.openEvent(organizationId, rows[0]);
  const { name, title } = eventRegistry.deal_events['contact.saved'][1].parse(payload);
  await tx.db
    .insert(subjects)
    .values({
      contactId: goneId,
      organizationId,
      ...(await tx.seal(sealedSubjects, organizationId, { name, title })),
      allowed: kept.allowed,
      timeZone: kept.timeZone,
    })
    .onConflictDoNothing();
  if (!kept.allowed) return;
  // Pages they opened are in no log of deals and stay with the record that stayed.
  await tx.db
    .delete(interactions)
    .where(and(eq(interactions.contactId, contactId), ne(interactions.channel, 'web')));
  for (const id of [contactId, goneId]) await tx.requestJob(organizationId, REBUILD_QUEUE, { contactId: id });
};
