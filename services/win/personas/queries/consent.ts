import type { ConsentCheck } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { consentNeeded } from '../domain/failures.ts';
import type { MayProfile } from '../ports.ts';

const NEVER_ASKED: ConsentCheck = { allowed: false, because: 'never_asked', since: null };

/** Whether a persona of one contact may be made, and why. */
export async function consentOf(
  tx: TenantTransaction,
  mayProfile: MayProfile,
  clientId: string,
  contactId: string,
): Promise<ConsentCheck> {
  return (await mayProfile(tx, clientId, [contactId])).get(contactId) ?? NEVER_ASKED;
}

export async function requireConsent(
  tx: TenantTransaction,
  mayProfile: MayProfile,
  clientId: string,
  contactId: string,
): Promise<void> {
  const stand = await consentOf(tx, mayProfile, clientId, contactId);
  if (!stand.allowed) throw consentNeeded(stand.because);
}
