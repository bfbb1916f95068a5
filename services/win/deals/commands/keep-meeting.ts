import { type KeepNotes, keepNotesSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { isRecord, readNotes } from '../domain/notes/read-notes.ts';
import type { MayRecord } from '../ports.ts';
import { findDeal, withClients } from '../queries/deal-access.ts';
import { requireRecordingConsent } from '../queries/recording-consent.ts';
import { logActivity } from './log-activity.ts';
import { planStep } from './plan-step.ts';

/**
 * Keeps a meeting and the steps that came out of it; a record word for word only with consent of who is in it. Idempotent by the
 * caller's ids: sent again it completes what is missing.
 */
export async function keepMeeting(
  kit: Kit,
  mayRecord: MayRecord,
  principal: Principal,
  dealId: string,
  command: KeepNotes,
): Promise<void> {
  const { tasks, ...said } = keepNotesSchema.parse(command);
  if (isRecord(readNotes(said.text)))
    await withClients(kit, principal, async (tx) => {
      const { organizationId } = await findDeal(tx, dealId);
      await requireRecordingConsent(tx, mayRecord, organizationId, said.contactIds);
    });
  await logActivity(kit, principal, dealId, { ...said, kind: 'meeting', direction: 'out' });
  for (const task of tasks) await planStep(kit, principal, dealId, task);
}
