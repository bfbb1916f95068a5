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

/** How many are unread, on the way to the workspace. */
export function UnreadCount() {
  const mayUse = useAllowed('copilot.use');
  const { data } = useNotices(mayUse);
  if (data === undefined || data.unread === 0) return null;
  return (
    <span
      aria-hidden
      className={`absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-[10px] font-semibold tabular-nums ${
        data.unreadCritical > 0 ? 'bg-danger text-white' : 'bg-mark text-mark-ink'
      }`}
    >
      {data.unread > 99 ? '99+' : data.unread}
    </span>
  );
}
