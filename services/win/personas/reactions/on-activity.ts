import type { EventPayload } from '@tokenholic/contracts';
import type { Reaction, TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { markStale } from '../commands/mark-stale.ts';
import { isTheirs, ownWordsOf } from '../domain/reading/own-words.ts';
import { withoutProtected } from '../domain/reading/protected.ts';
import type { MayProfile } from '../ports.ts';
import { sealedInteractions } from '../sealed.ts';
import { interactions, subjects } from '../tables.ts';

/** Keeps what each person did and their own words, and asks for their personas to be worked out again. */
export const onActivity =
  (mayProfile: MayProfile): Reaction<'activity.logged'> =>
  async (tx, event) => {
    const kept = await keepInteractions(tx, mayProfile, event.organizationId, event.payload);
    for (const contactId of kept) await markStale(tx, contactId, new Date(event.occurredAt));
  };

/** Copies of an activity for the people in it whose persona is on and may be; the answer is for whom it was new. */
export async function keepInteractions(
  tx: TenantTransaction,
  mayProfile: MayProfile,
  organizationId: string,
  said: EventPayload<'activity.logged'>,
): Promise<string[]> {
  const ids = said.people.map(({ contactId }) => contactId);
  if (ids.length === 0) return [];
  const allowed = await tx.db
    .select({ contactId: subjects.contactId })
    .from(subjects)
    .where(and(inArray(subjects.contactId, ids), eq(subjects.allowed, true)));
  const kept: string[] = [];
  const stands = await mayProfile(
    tx,
    organizationId,
    allowed.map(({ contactId }) => contactId),
  );
  for (const { contactId } of allowed) {
    if (stands.get(contactId)?.allowed !== true) continue;
    const person = said.people.find((one) => one.contactId === contactId);
    if (person === undefined || !isTheirs(said, person)) continue;
    const own = ownWordsOf(said, person);
    const words = own === null ? null : withoutProtected(own) || null;
    const values = await tx.seal(sealedInteractions, organizationId, {
      ...{ activityId: said.activityId, contactId, organizationId, channel: said.kind, words },
      ...{ direction: said.direction, occurredAt: new Date(said.occurredAt) },
    });
    const added = await tx.db
      .insert(interactions)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: interactions.activityId });
    if (added.length > 0) kept.push(contactId);
  }
  return kept;
}
