import type { SaveNoticeSettings } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import type { Appearance } from '../../adapters/appearance.ts';
import { noticeSettings } from '../../tables-notices.ts';

/** Keeps how a person wants to be told, and whether others see what they look at. */
export async function saveNoticeSettings(
  kit: Kit,
  appearance: Pick<Appearance, 'changed'>,
  { user, homeOrganizationId: organizationId }: Principal,
  { preferences, appearOffline }: SaveNoticeSettings,
): Promise<void> {
  const values = { settings: preferences, appearOffline, updatedAt: kit.now() };
  await kit.database.withTenant([organizationId], async (tx) => {
    const made = await tx.db
      .insert(noticeSettings)
      .values({ userId: user.id, organizationId, ...values })
      .onConflictDoNothing()
      .returning({ userId: noticeSettings.userId });
    if (made.length === 0)
      await tx.db.update(noticeSettings).set(values).where(eq(noticeSettings.userId, user.id));
  });
  appearance.changed();
}
