import type { Reaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { forget } from '../commands/forget.ts';
import { markStale } from '../commands/mark-stale.ts';
import { sealedSubjects } from '../sealed.ts';
import { subjects } from '../tables.ts';

/** A person at a client, new or changed: the title says something about their part in buying. */
export const onContactSaved: Reaction<'contact.saved'> = async (tx, event) => {
  const { contactId, name, title } = event.payload;
  const { organizationId } = event;
  const [before] = await tx.db.select().from(subjects).where(eq(subjects.contactId, contactId));
  const said = await tx.seal(sealedSubjects, organizationId, { name, title });
  const made = await tx.db
    .insert(subjects)
    .values({ contactId, organizationId, ...said })
    .onConflictDoNothing()
    .returning({ contactId: subjects.contactId });
  if (made.length === 0) await tx.db.update(subjects).set(said).where(eq(subjects.contactId, contactId));
  if (before !== undefined && before.title !== title)
    await markStale(tx, contactId, new Date(event.occurredAt));
};

export const onRoleChanged: Reaction<'contact.role_changed'> = async (tx, event) => {
  const { contactId, dealId, role } = event.payload;
  const [row] = await tx.db.select().from(subjects).where(eq(subjects.contactId, contactId)).for('update');
  if (row === undefined || !row.allowed) return;
  const { [dealId]: _before, ...others } = row.roles;
  const roles = role === null ? others : { ...others, [dealId]: role };
  await tx.db.update(subjects).set({ roles }).where(eq(subjects.contactId, contactId));
  await markStale(tx, contactId, new Date(event.occurredAt));
};

/** With the person everything goes that was made of them. */
export const onContactRemoved: Reaction<'contact.removed'> = async (tx, event) => {
  await forget(tx, event.organizationId, event.payload.contactId, 'contact_removed');
};
