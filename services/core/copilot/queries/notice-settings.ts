import type { NoticePreferences, NoticeSettings } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { completed, USUAL_PREFERENCES } from '../domain/notices/preferences.ts';
import type { NoticePorts } from '../ports.ts';
import { noticeSettings } from '../tables-notices.ts';

/** How a person of this transaction's organisations wants to be told. */
export async function preferencesOf(tx: TenantTransaction, userId: string): Promise<NoticePreferences> {
  const [row] = await tx.db
    .select({ settings: noticeSettings.settings })
    .from(noticeSettings)
    .where(eq(noticeSettings.userId, userId));
  return row === undefined ? USUAL_PREFERENCES : completed(row.settings);
}

/** Everything the screen of a person's own notification settings shows. */
export async function readNoticeSettings(
  kit: Kit,
  ports: Pick<NoticePorts, 'readersOf' | 'postMail'>,
  { user, homeOrganizationId }: Principal,
): Promise<NoticeSettings> {
  const reader = (await ports.readersOf(homeOrganizationId)).find(({ userId }) => userId === user.id);
  return kit.database.withTenant([homeOrganizationId], async (tx) => {
    const [row] = await tx.db.select().from(noticeSettings).where(eq(noticeSettings.userId, user.id));
    return {
      preferences: row === undefined ? USUAL_PREFERENCES : completed(row.settings),
      appearOffline: row?.appearOffline ?? false,
      mailTo: ports.postMail === null ? null : (reader?.mailAddress ?? null),
    };
  });
}
