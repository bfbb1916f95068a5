import { useNavigate } from '@tanstack/react-router';
import type { Notice } from '@tokenholic/contracts';
import { useAllowed } from '@/api/session';
import { useNotices } from './api';
import { useAnnouncements } from './use-announcements';

/** Announces what comes in on every screen; stands once in the frame. */
export function NoticeWatch() {
  const mayUse = useAllowed('copilot.use');
  const navigate = useNavigate();
  const notices = useNotices(mayUse);
  useAnnouncements(notices.data?.items, ({ client, eventId }: Notice) => {
    void navigate({
      to: '/copilot',
      search: client === null ? {} : { client: client.id, tab: 'client', event: eventId },
    });
  });
  return null;
}

/** How many are unread, and whether any of them is critical. */
export function useUnread(): { unread: number; critical: boolean } {
  const mayUse = useAllowed('copilot.use');
  const { data } = useNotices(mayUse);
  return { unread: data?.unread ?? 0, critical: (data?.unreadCritical ?? 0) > 0 };
}

/** The number of unread ones on the way to the workspace. Drawn beside the link's own name, which tells it in words. */
export function UnreadCount() {
  const { unread, critical } = useUnread();
  if (unread === 0) return null;
  return (
    <span
      aria-hidden
      data-count={unread > 99 ? '99+' : unread}
      className={`absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-[10px] font-semibold tabular-nums before:content-[attr(data-count)] ${
        critical ? 'bg-danger text-white' : 'bg-mark text-mark-ink'
      }`}
    />
  );
}
