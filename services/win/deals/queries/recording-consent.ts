import type { TenantTransaction } from '@tokenholic/kit';
import { inArray } from 'drizzle-orm';
import { recordingConsentNeeded } from '../domain/failures.ts';
import type { MayRecord } from '../ports.ts';
import { sealedContacts } from '../sealed.ts';
import { contacts } from '../tables.ts';

/** Refuses a record of a talk while somebody of the client in it has not agreed to be recorded. */
export async function requireRecordingConsent(
  tx: TenantTransaction,
  mayRecord: MayRecord,
  clientId: string,
  contactIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(contactIds)];
  if (ids.length === 0) return;
  const stands = await mayRecord(tx, clientId, ids);
  const missing = ids.filter((id) => stands.get(id)?.allowed !== true);
  if (missing.length === 0) return;
  const rows = await tx.db
    .select({ id: contacts.id, organizationId: contacts.organizationId, name: contacts.name })
    .from(contacts)
    .where(inArray(contacts.id, missing));
  const people = await tx.open(sealedContacts, rows);
  throw recordingConsentNeeded(people.map(({ id, name }) => ({ contactId: id, name })));
}
