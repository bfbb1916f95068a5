import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ClientSummary,
  CreateTask,
  Draft,
  RequestDraft,
  TaskDecision,
  TimelineContext,
  TimelineEntry,
  TimelineKind,
  WorkTask,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const FALLBACK = 30_000;
const base = (clientId: string) => `/api/clients/${clientId}/copilot`;

export const useClientPage = (clientId: string) =>
  useQuery({
    queryKey: ['copilot', 'client', clientId],
    queryFn: () => get<ClientSummary & { kinds: TimelineKind[] }>(base(clientId)),
    refetchInterval: FALLBACK,
  });

export const useTimeline = (clientId: string, kind: TimelineKind | null) =>
  useInfiniteQuery({
    queryKey: ['copilot', 'timeline', clientId, kind],
    queryFn: ({ pageParam }) =>
      get<{ items: TimelineEntry[]; nextCursor: string | null }>(
        `${base(clientId)}/timeline?limit=50${kind === null ? '' : `&kind=${kind}`}${pageParam === null ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: FALLBACK,
  });

export const useEventContext = (clientId: string, eventId: string | null) =>
  useQuery({
    queryKey: ['copilot-context', clientId, eventId],
    queryFn: () => get<TimelineContext>(`${base(clientId)}/timeline/${eventId}`),
    enabled: eventId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useClientTasks = (clientId: string) =>
  useQuery({
    queryKey: ['copilot', 'client-tasks', clientId],
    queryFn: () => get<{ items: WorkTask[] }>(`${base(clientId)}/tasks`),
    refetchInterval: FALLBACK,
  });

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['copilot'] }),
  });
}

export const useOpened = () =>
  useChange((clientId: string) => request<void>('POST', `${base(clientId)}/opened`));

export const useDecide = () =>
  useChange(({ task, decision }: { task: Pick<WorkTask, 'id' | 'clientId'>; decision: TaskDecision }) =>
    post<WorkTask>(`${base(task.clientId)}/tasks/${task.id}/decision`, decision),
  );

export const useCreateTask = (clientId: string) =>
  useChange((task: CreateTask) => post<WorkTask>(`${base(clientId)}/tasks`, task));

export const useDrafts = (clientId: string) =>
  useQuery({
    queryKey: ['copilot', 'drafts', clientId],
    queryFn: () => get<{ items: Draft[] }>(`${base(clientId)}/drafts`),
  });

export const useWriteDraft = (clientId: string) =>
  useChange((wish: RequestDraft) => post<Draft>(`${base(clientId)}/drafts`, wish));

export const useEditDraft = (clientId: string) =>
  useChange(({ id, wording }: { id: string; wording: { subject: string; body: string } | null }) =>
    request<Draft>('PUT', `${base(clientId)}/drafts/${id}`, { wording }),
  );
