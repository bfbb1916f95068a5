import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BattleMap, Solution, SolutionLine, SolutionSubject } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const PATH = '/api/solutions';
const WATCH_MILLISECONDS = 2_000;

export function useSolutions(clientId: string | null) {
  return useQuery({
    queryKey: ['solutions', 'list', clientId],
    queryFn: () =>
      get<{ items: SolutionLine[] }>(clientId === null ? PATH : `/api/clients/${clientId}/solutions`),
  });
}

/** A solution; looked at again while a model is writing. */
export function useSolution(id: string, version: number | undefined) {
  return useQuery({
    queryKey: ['solutions', 'one', id, version ?? null],
    queryFn: () => get<Solution>(`${PATH}/${id}${version === undefined ? '' : `?version=${version}`}`),
    placeholderData: (before) => (before?.id === id ? before : undefined),
    refetchInterval: ({ state }) => (state.data?.writing === true ? WATCH_MILLISECONDS : false),
  });
}

interface ClientLine {
  clientId: string;
  clientName: string;
}

/** Clients that have a map. */
export function useMappedClients() {
  return useQuery({
    queryKey: ['portfolio'],
    queryFn: () => get<{ items: ClientLine[] }>('/api/portfolio'),
  });
}

export function useUseCases(clientId: string | null) {
  return useQuery({
    queryKey: ['solutions', 'use-cases', clientId],
    queryFn: async () =>
      (await get<BattleMap>(`/api/clients/${clientId}/map`)).useCases.map(({ key, name }) => ({ key, name })),
    enabled: clientId !== null,
  });
}

export function useCreateSolution() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ clientId, subject }: { clientId: string | null; subject: SolutionSubject }) => {
      const path = clientId === null ? PATH : `/api/clients/${clientId}/solutions`;
      return (await request<Solution>('POST', path, { subject })).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['solutions', 'list'] }),
  });
}

export function useRemoveSolution() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request('DELETE', `${PATH}/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['solutions', 'list'] }),
  });
}

export const exportAddress = (id: string, version: number, format: 'md' | 'docx', language: string) =>
  `${PATH}/${id}/export/${format}?language=${language}&version=${version}`;
