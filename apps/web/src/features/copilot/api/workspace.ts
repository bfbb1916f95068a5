import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ClientFilter,
  ClientSummary,
  DaySummary,
  SavedView,
  StageCounts,
  WorkTask,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';
import { useLanguage } from '@/i18n';

/** How often everything is asked for again when the socket brings nothing. */
const FALLBACK = 30_000;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

function toQuery(filter: ClientFilter): string {
  const query = new URLSearchParams({ search: filter.search, order: filter.order, limit: '100' });
  if (filter.stage !== null) query.set('stage', filter.stage);
  if (filter.industry !== null) query.set('industry', filter.industry);
  if (filter.health !== null) query.set('health', filter.health);
  if (filter.waiting) query.set('waiting', 'true');
  return query.toString();
}

export function useClientList(filter: ClientFilter) {
  return useInfiniteQuery({
    queryKey: ['copilot', 'clients', filter],
    queryFn: ({ pageParam }) =>
      get<Page<ClientSummary>>(
        `/api/copilot/clients?${toQuery(filter)}${pageParam === null ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
    refetchInterval: FALLBACK,
  });
}

export const useCounts = () =>
  useQuery({
    queryKey: ['copilot', 'counts'],
    queryFn: () => get<StageCounts>('/api/copilot/counts'),
    refetchInterval: FALLBACK,
  });

export const useTopTasks = () =>
  useQuery({
    queryKey: ['copilot', 'tasks'],
    queryFn: () => get<{ items: WorkTask[] }>('/api/copilot/tasks?limit=5'),
    refetchInterval: FALLBACK,
  });

/** The rules' summary at once; the model's takes its place when one is connected and has answered. */
export function useDaySummary() {
  const language = useLanguage();
  const path = `/api/copilot/summary?language=${language}`;
  const byRules = useQuery({
    queryKey: ['copilot', 'summary', language],
    queryFn: () => get<DaySummary>(path),
    refetchInterval: FALLBACK,
  });
  const byModel = useQuery({
    queryKey: ['copilot-model-summary', language, byRules.data?.since],
    queryFn: () => post<DaySummary>(path),
    enabled: byRules.data?.modelReady === true,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const told = byModel.data?.engine.via === 'model' ? byModel.data : null;
  return {
    ...byRules,
    // Counts stay those of now.
    data:
      byRules.data === undefined || told === null
        ? byRules.data
        : { ...byRules.data, sentences: told.sentences, engine: told.engine },
  };
}

function useWorkspaceChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['copilot'] }),
  });
}

export const useViews = () =>
  useQuery({
    queryKey: ['copilot', 'views'],
    queryFn: () => get<{ items: SavedView[] }>('/api/copilot/views'),
  });

export const useKeepView = () =>
  useWorkspaceChange(({ id, ...body }: SavedView) => request<void>('PUT', `/api/copilot/views/${id}`, body));

export const useRemoveView = () =>
  useWorkspaceChange((id: string) => request<void>('DELETE', `/api/copilot/views/${id}`));
