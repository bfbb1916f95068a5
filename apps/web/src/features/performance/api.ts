import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerSuggestion, Performance, SetObjective, TeamPerformance } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

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
