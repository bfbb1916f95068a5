import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '@/api/http';

export interface ConsumerState {
  consumer: string;
  lag: number;
  parked: number;
  deadLetters: number;
}

export interface DeadLetter {
  id: string;
  consumer: string;
  event: { type: string };
  error: string;
  attempts: number;
  failedAt: string;
}

export const useConsumers = () =>
  useQuery({
    queryKey: ['consumers'],
    queryFn: () => get<{ items: ConsumerState[] }>('/api/system/consumers'),
    refetchInterval: 5_000,
  });

export const useDeadLetters = () =>
  useQuery({
    queryKey: ['dead-letters'],
    queryFn: () => get<{ items: DeadLetter[] }>('/api/system/dead-letters'),
    refetchInterval: 10_000,
  });

export function useReplay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/api/system/dead-letters/${id}/replay`),
    onSettled: () => client.invalidateQueries(),
  });
}

const pathOf = (consumer: string) => `/api/system/consumers/${encodeURIComponent(consumer)}`;

/** How many events since a moment (ISO 8601) a consumer passed over. */
export const useMissed = (consumer: string) =>
  useMutation({
    mutationFn: (since: string) =>
      get<{ missed: number }>(`${pathOf(consumer)}/missed?since=${encodeURIComponent(since)}`),
  });

export function useCatchUp(consumer: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (since: string) => post<{ putBack: number }>(`${pathOf(consumer)}/replays`, { since }),
    onSettled: () => client.invalidateQueries({ queryKey: ['consumers'] }),
  });
}
