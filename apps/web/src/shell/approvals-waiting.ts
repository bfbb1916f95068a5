import { useQuery } from '@tanstack/react-query';
import type { ApprovalCount } from '@tokenholic/contracts';
import { get } from '@/api/http';
import { useAllowed } from '@/api/session';

/** How many requests wait for the person's yes. */
export function useApprovalsWaiting(): number {
  const mayDecide = useAllowed('approval.use');
  const { data } = useQuery({
    queryKey: ['approvals', 'count'],
    queryFn: () => get<ApprovalCount>('/api/approvals/count'),
    enabled: mayDecide,
    refetchInterval: 30_000,
  });
  return data?.waiting ?? 0;
}
