import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Absence,
  Agent,
  Approval,
  ApprovalCard,
  ApprovalQuestion,
  ApprovalRoute,
  ApprovalSettings,
  ApprovalView,
  BulkApproveReport,
  DecideApproval,
  RequestApproval,
  ResubmitApproval,
  SetAbsence,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

/** What others decide and what the clock does comes in at this pace at the latest. */
const FALLBACK = 15_000;
const KEY = ['approvals'];

export const useInbox = (view: ApprovalView) =>
  useInfiniteQuery({
    queryKey: [...KEY, 'list', view],
    queryFn: ({ pageParam }) =>
      get<{ items: ApprovalCard[]; nextCursor: string | null }>(
        `/api/approvals?view=${view}&limit=50${pageParam === null ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: FALLBACK,
  });

export const useApproval = (id: string | undefined) =>
  useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => get<Approval>(`/api/approvals/${id}`),
    enabled: id !== undefined,
    refetchInterval: FALLBACK,
  });

/** A change after which everything about approvals is asked for again. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useDecide = (id: string) =>
  useChange((decision: DecideApproval) => post<Approval>(`/api/approvals/${id}/decision`, decision));
export const useResubmit = (id: string) =>
  useChange((again: ResubmitApproval) => post<Approval>(`/api/approvals/${id}/resubmission`, again));
export const useWithdraw = (id: string) => useChange(() => post<Approval>(`/api/approvals/${id}/withdrawal`));
export const useAsk = () => useChange((asked: RequestApproval) => post<Approval>('/api/approvals', asked));
export const useApproveTogether = () =>
  useChange((ids: readonly string[]) => post<BulkApproveReport>('/api/approvals/bulk', { ids }));

export const useRoute = (question: ApprovalQuestion) =>
  useQuery({
    queryKey: [...KEY, 'route', question],
    queryFn: () => post<ApprovalRoute>('/api/approvals/route', question),
    placeholderData: (before) => before,
  });

export const useRules = () =>
  useQuery({
    queryKey: [...KEY, 'settings'],
    queryFn: () => get<ApprovalSettings>('/api/approvals/settings'),
  });
export const useSaveRules = () =>
  useChange(
    async (settings: ApprovalSettings) =>
      (await request<ApprovalSettings>('PUT', '/api/approvals/settings', settings)).data,
  );

export const useAbsences = () =>
  useQuery({
    queryKey: [...KEY, 'absences'],
    queryFn: () => get<{ items: Absence[] }>('/api/approvals/absences'),
  });
export const useSetAbsence = () =>
  useChange((absence: SetAbsence) => request<void>('PUT', '/api/approvals/absences', absence));
export const useEndAbsence = () =>
  useChange((id: string) => request<void>('DELETE', `/api/approvals/absences/${id}`));

export const useColleagues = () =>
  useQuery({
    queryKey: ['agents'],
    queryFn: () => get<{ items: Agent[] }>('/api/agents'),
    staleTime: 60_000,
  });
