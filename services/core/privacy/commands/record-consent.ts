import {
  type Consent,
  type LocalizedText,
  type RecordConsent,
  recordConsentSchema,
} from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { endOfDay, PURPOSES } from '../domain/consent.ts';
import { consentIdTaken } from '../domain/failures.ts';
import type { PrivacyPorts } from '../ports.ts';
import { historyOf } from '../queries/read-consents.ts';
import { sealedConsents } from '../sealed.ts';
import { consents } from '../tables.ts';

/** Without a name: the timeline outlives the person. */
const HEADLINES = {
  given: ({ zh, en }: LocalizedText): LocalizedText => ({
    ...{ zh: `联系人同意：${zh}`, en: `A contact agreed: ${en}` },
  }),
  withdrawn: ({ zh, en }: LocalizedText): LocalizedText => ({
    ...{ zh: `联系人撤回同意：${zh}`, en: `A contact took consent back: ${en}` },
  }),
};

/** Notes that somebody agreed, or took it back. Nothing is ever changed: the newest decision counts. Idempotent by id. */
export async function recordConsent(
  kit: Kit,
  { contactsAt }: Pick<PrivacyPorts, 'contactsAt'>,
  principal: Principal,
  clientId: string,
  command: RecordConsent,
): Promise<Consent[]> {
  const input = recordConsentSchema.parse(command);
  const now = kit.now();
  const decidedAt = input.decidedOn === undefined ? now : new Date(`${input.decidedOn}T12:00:00Z`);
  await kit.database.withTenant([clientId], async (tx) => {
    const row = {
      ...{ id: input.id, organizationId: clientId, address: input.address, purpose: input.purpose },
      ...{ decision: input.decision, source: input.source, proof: input.proof, decidedAt },
      expiresAt: input.expiresOn === null ? null : endOfDay(input.expiresOn),
      ...{ recordedBy: principal.user.id, recordedAt: now },
    };
    const sealed = await kit.vault.seal(tx, sealedConsents, clientId, row);
    const made = await tx.db.insert(consents).values(sealed).onConflictDoNothing().returning();
    if (made.length === 0) {
      const [known] = await tx.db.select().from(consents).where(eq(consents.id, input.id));
      if (known === undefined) throw consentIdTaken();
      return;
    }
    const { purpose, decision, source } = input;
    const contactIds = await contactsAt(tx, clientId, input.address);
    if (contactIds.length > 0)
      await tx.publish(clientId, `consent.${decision}`, {
        ...{ headline: HEADLINES[decision](PURPOSES[purpose]), purpose, contactIds },
      });
    await tx.audit(clientId, {
      action: `consent.${decision}`,
      subject: input.id,
      after: { purpose, source },
    });
  });
  return historyOf(kit, clientId, input.address);
}
