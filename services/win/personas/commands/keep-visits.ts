import type { WebVisits } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { switchedOff } from '../domain/failures.ts';
import { withoutProtected } from '../domain/reading/protected.ts';
import type { MayProfile } from '../ports.ts';
import { requireConsent } from '../queries/consent.ts';
import { lockSubject, withClients } from '../queries/personas.ts';
import { sealedInteractions } from '../sealed.ts';
import { interactions } from '../tables.ts';
import { markStale } from './mark-stale.ts';

/** Keeps pages of ours that a person opened, as the site's analytics tell it. Idempotent by the ids of the visits. */
export async function keepVisits(
  kit: Kit,
  mayProfile: MayProfile,
  principal: Principal,
  contactId: string,
  { visits }: WebVisits,
): Promise<void> {
  await withClients(kit, principal, async (tx) => {
    const { allowed, organizationId } = await lockSubject(tx, contactId);
    if (!allowed) throw switchedOff();
    await requireConsent(tx, mayProfile, organizationId, contactId);
    const opened = [];
    for (const { id, at, title } of visits) {
      const visit = {
        ...{ activityId: id, contactId, organizationId, channel: 'web' as const, direction: 'in' as const },
        // The title of a page they chose to read says what interests them, not how they write.
        ...{ occurredAt: new Date(at), words: withoutProtected(title) || null },
      };
      opened.push(await tx.seal(sealedInteractions, organizationId, visit));
    }
    const added = await tx.db
      .insert(interactions)
      .values(opened)
      .onConflictDoNothing()
      .returning({ id: interactions.activityId });
    if (added.length > 0) await markStale(tx, contactId, kit.now());
  });
}
