import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { noticeSettings } from '../tables-notices.ts';

const REMEMBERED_MILLISECONDS = 60_000;
const MOST_REMEMBERED = 5_000;
const SUBJECT = 'appearance';

/** Whether a person wishes not to be seen. Asked at each sign of life of each browser, so it is remembered. */
export function createAppearance(kit: Pick<Kit, 'database' | 'announcements' | 'now'>) {
  const known = new Map<string, { offline: boolean; until: number }>();
  const listeners: (() => void)[] = [];
  const forget = () => {
    known.clear();
    for (const listener of listeners) listener();
  };
  kit.announcements.onAnnouncement(SUBJECT, forget);
  return {
    appearsOffline: async ({ user, homeOrganizationId }: Principal): Promise<boolean> => {
      const entry = known.get(user.id);
      const now = kit.now().getTime();
      if (entry !== undefined && entry.until > now) return entry.offline;
      const [row] = await kit.database.withTenant([homeOrganizationId], (tx) =>
        tx.db
          .select({ offline: noticeSettings.appearOffline })
          .from(noticeSettings)
          .where(eq(noticeSettings.userId, user.id)),
      );
      if (known.size >= MOST_REMEMBERED) known.clear();
      const offline = row?.offline ?? false;
      known.set(user.id, { offline, until: now + REMEMBERED_MILLISECONDS });
      return offline;
    },
    /** Somebody changed it here: forgotten in all processes. */
    changed: () => {
      forget();
      kit.announcements.announce(SUBJECT);
    },
    /** Called after a change in any process. */
    onChange: (listener: () => void) => void listeners.push(listener),
  };
}

export type Appearance = ReturnType<typeof createAppearance>;
