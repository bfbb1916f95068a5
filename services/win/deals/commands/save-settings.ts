import { type DealSettings, dealSettingsSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { changedMeanwhile } from '../domain/failures.ts';
import { checkSettings } from '../domain/settings/check-settings.ts';
import { settingsIn } from '../queries/settings.ts';
import { settings } from '../tables.ts';

/** Keeps stages and fields. Deals stay where they are: a stage that is no longer used is shown for as long as one stands there. */
export async function saveSettings(
  kit: Kit,
  { homeOrganizationId: home }: Principal,
  command: DealSettings,
): Promise<DealSettings> {
  const after = dealSettingsSchema.parse(command);
  return kit.database.withTenant([home], async (tx) => {
    const before = await settingsIn(tx, home);
    if (before.revision !== after.revision) throw changedMeanwhile();
    checkSettings(before, after);
    const kept = { ...after, revision: before.revision + 1 };
    const written = await tx.db
      .insert(settings)
      .values({ organizationId: home, ...kept })
      .onConflictDoUpdate({
        ...{ target: settings.organizationId, set: kept },
        setWhere: eq(settings.revision, before.revision),
      })
      .returning({ revision: settings.revision });
    if (written.length === 0) throw changedMeanwhile();
    await tx.audit(home, { action: 'deal.settings', subject: home, before, after: kept });
    return kept;
  });
}
