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
