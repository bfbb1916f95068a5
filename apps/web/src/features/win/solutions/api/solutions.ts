import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BattleMap,
  Engine,
  FeedbackPoint,
  RefineSolution,
  Solution,
  SolutionDiff,
  SolutionLine,
  SolutionSubject,
} from '@tokenholic/contracts';
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

/** The points a text makes, shown before anything is run. */
export function useReadPoints(id: string) {
  return useMutation({
    mutationFn: async (feedback: string) =>
      (
        await request<{ points: FeedbackPoint[]; engine: Engine }>('POST', `${PATH}/${id}/points`, {
          feedback,
        })
      ).data,
  });
}

export function useRefine(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: RefineSolution) =>
      (await request<Solution>('POST', `${PATH}/${id}/versions`, body)).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['solutions'] }),
  });
}

export function useRestore(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (version: number) =>
      (await request<Solution>('POST', `${PATH}/${id}/versions/${version}/restore`)).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['solutions'] }),
  });
}

export function useComparison(id: string, from: number, to: number) {
  return useQuery({
    queryKey: ['solutions', 'compare', id, from, to],
    queryFn: () => get<SolutionDiff>(`${PATH}/${id}/compare?from=${from}&to=${to}`),
    enabled: from !== to,
  });
}
