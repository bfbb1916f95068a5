import type { PersonaSettings } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { timeZoneUnknown } from '../domain/failures.ts';
import { isTimeZone } from '../domain/moments.ts';
import type { MayProfile } from '../ports.ts';
import { requireConsent } from '../queries/consent.ts';
import { lockSubject, withClients } from '../queries/personas.ts';
import { subjects } from '../tables.ts';
import { forget } from './forget.ts';
import { markStale, REBUILD_QUEUE } from './mark-stale.ts';

/** Switches a person's persona on or off and sets their clock. Off deletes at once everything that was made of them. */
export async function settlePerson(
  kit: Kit,
  mayProfile: MayProfile,
  principal: Principal,
  contactId: string,
  { allowed, timeZone }: PersonaSettings,
): Promise<void> {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw timeZoneUnknown();
  await withClients(kit, principal, async (tx) => {
    const subject = await lockSubject(tx, contactId);
    const { organizationId } = subject;
    if (timeZone !== undefined && timeZone !== subject.timeZone) {
      await tx.db.update(subjects).set({ timeZone }).where(eq(subjects.contactId, contactId));
      await markStale(tx, contactId, kit.now());
    }
    if (allowed === undefined || allowed === subject.allowed) return;
    if (allowed) {
      await requireConsent(tx, mayProfile, organizationId, contactId);
      await tx.db.update(subjects).set({ allowed }).where(eq(subjects.contactId, contactId));
      await tx.requestJob(organizationId, REBUILD_QUEUE, { contactId });
    } else await forget(tx, organizationId, contactId, 'switched_off');
    await tx.audit(organizationId, { action: 'persona.switch', subject: contactId, after: { allowed } });
  });
}
