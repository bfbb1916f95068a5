import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AnswerSuggestion,
  Coaching,
  Performance,
  SetObjective,
  TeamPerformance,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';
import { useLanguage } from '@/i18n';

const KEY = ['performance'];

/** One's own figures, or those of somebody in one's team. */
export const usePerformance = (userId: string | undefined) =>
  useQuery({
    queryKey: [...KEY, userId ?? 'self'],
    queryFn: () =>
      get<Performance>(userId === undefined ? '/api/performance' : `/api/performance/people/${userId}`),
  });

export const useTeam = (enabled: boolean) =>
  useQuery({
    queryKey: [...KEY, 'team'],
    queryFn: () => get<TeamPerformance>('/api/performance/team'),
    enabled,
  });

/** Words of the rules at once; the model's take their place when one is connected and has answered. */
export function useCoaching(userId: string | undefined, enabled: boolean) {
  const language = useLanguage();
  const path = `/api/performance/coaching?language=${language}${userId === undefined ? '' : `&person=${userId}`}`;
  const byRules = useQuery({
    queryKey: [...KEY, 'coaching', language, userId ?? 'self'],
    queryFn: () => get<Coaching>(path),
    enabled,
  });
  const keys = byRules.data?.suggestions.map(({ key }) => key).join();
  const byModel = useQuery({
    queryKey: ['performance-model-coaching', language, userId ?? 'self', keys],
    queryFn: () => post<Coaching>(path),
    enabled: byRules.data?.modelReady === true,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return byModel.data ?? byRules.data;
}

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useSetObjective = () =>
  useChange((objective: SetObjective) => request<void>('PUT', '/api/performance/objectives', objective));
export const useEndObjective = () =>
  useChange((id: string) => request<void>('DELETE', `/api/performance/objectives/${id}`));
export const useAnswer = () =>
  useChange((answer: AnswerSuggestion) => request<void>('PUT', '/api/performance/suggestions', answer));
