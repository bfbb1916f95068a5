import { type KeepNotes, keepNotesSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { logActivity } from './log-activity.ts';
import { planStep } from './plan-step.ts';

/** Keeps a meeting and the steps that came out of it. Idempotent by the caller's ids: sent again it completes what is missing. */
export async function keepMeeting(
  kit: Kit,
  principal: Principal,
  dealId: string,
  command: KeepNotes,
): Promise<void> {
  const { tasks, ...said } = keepNotesSchema.parse(command);
  await logActivity(kit, principal, dealId, { ...said, kind: 'meeting', direction: 'out' });
  for (const task of tasks) await planStep(kit, principal, dealId, task);
}
