import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeLevel, NoticeList } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const FALLBACK = 30_000;
const PATH = '/api/copilot/notices';
/** Under the workspace's key: whatever brings that up to date brings these too. */
const KEY = ['copilot', 'notices'] as const;

/** The newest notices and how many are unread. */
export const useNotices = (enabled = true) =>
  useQuery({
    queryKey: [...KEY, 'newest'],
    queryFn: () => get<NoticeList>(`${PATH}?limit=50`),
    refetchInterval: FALLBACK,
    enabled,
  });

export interface NoticeFilter {
  level: NoticeLevel | null;
  clientId: string | null;
  unread: boolean;
}

/** The whole history, page by page. */
export const useNoticeHistory = ({ level, clientId, unread }: NoticeFilter) =>
  useInfiniteQuery({
    queryKey: [...KEY, 'history', level, clientId, unread],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: '50' });
      if (level !== null) query.set('level', level);
      if (clientId !== null) query.set('client', clientId);
      if (unread) query.set('unread', 'true');
      if (pageParam !== null) query.set('cursor', pageParam);
      return get<NoticeList>(`${PATH}?${query}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });

/** Marks some or all as read. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: 'all' | string[]) => request<void>('POST', `${PATH}/read`, { ids }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...KEY] }),
  });
}
