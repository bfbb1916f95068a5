import { type ApprovalSettings, approvalSettingsSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { faultOf } from '../domain/check-settings.ts';
import { refused } from '../domain/failures.ts';
import { settingsIn } from '../queries/settings.ts';
import { settings } from '../tables.ts';

/** Keeps rules, working hours and ladder. Requests under way keep the route they have; a later step is timed by the new hours. */
export async function saveSettings(
  kit: Kit,
  { homeOrganizationId: home }: Principal,
  command: ApprovalSettings,
): Promise<ApprovalSettings> {
  const given = approvalSettingsSchema.parse(command);
  const fault = faultOf(given);
  if (fault !== null) throw refused(fault);
  return kit.database.withTenant([home], async (tx) => {
    const before = await settingsIn(tx, home);
    if (before.revision !== given.revision) throw refused('changed_meanwhile');
    const kept = { ...given, revision: before.revision + 1 };
    const written = await tx.db
      .insert(settings)
      .values({ organizationId: home, ...kept })
      .onConflictDoUpdate({
        ...{ target: settings.organizationId, set: kept },
        setWhere: eq(settings.revision, before.revision),
      })
      .returning({ revision: settings.revision });
    if (written.length === 0) throw refused('changed_meanwhile');
    await tx.audit(home, { action: 'approval.settings', subject: home, before, after: kept });
    return kept;
  });
}
