import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BattleMap,
  EditDiagram,
  Engine,
  EventEnvelope,
  FeedbackPoint,
  LocalizedText,
  RefineSolution,
  Solution,
  SolutionDiff,
  SolutionLine,
  SolutionSubject,
} from '@tokenholic/contracts';
import { useCallback } from 'react';
import { get, request } from '@/api/http';
import { useClientRoom } from '@/api/realtime';

const PATH = '/api/solutions';
const LIVE_WATCH_MILLISECONDS = 3_000;
const WATCH_MILLISECONDS = 500;

/** Whether agents are at work on it now. */
export const isRunning = ({ run }: Pick<SolutionLine, 'run'>) =>
  run !== null && (run.status === 'queued' || run.status === 'working');

export function useSolutions(clientId: string | null) {
  return useQuery({
    queryKey: ['solutions', 'list', clientId],
    queryFn: () =>
      get<{ items: SolutionLine[] }>(clientId === null ? PATH : `/api/clients/${clientId}/solutions`),
    refetchInterval: ({ state }) =>
      state.data?.items.some(isRunning) === true ? LIVE_WATCH_MILLISECONDS : false,
  });
}

/** A solution as its agents work: told by events in the client's room, asked for now and then where there is none. */
export function useSolution(id: string, version: number | undefined) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['solutions', 'one', id, version ?? null],
    queryFn: () => get<Solution>(`${PATH}/${id}${version === undefined ? '' : `?version=${version}`}`),
    placeholderData: (before) => (before?.id === id ? before : undefined),
    refetchInterval: ({ state }) =>
      state.data === undefined || !isRunning(state.data)
        ? false
        : live
          ? LIVE_WATCH_MILLISECONDS
          : WATCH_MILLISECONDS,
  });
  const onEvent = useCallback(
    ({ topic }: EventEnvelope) => {
      if (topic === 'solution_events') void queries.invalidateQueries({ queryKey: ['solutions'] });
    },
    [queries],
  );
  const live = useClientRoom(query.data?.clientId ?? '', onEvent);
  return query;
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

export interface Openings {
  useCases: { key: string; name: LocalizedText }[];
  /** Tiles of others worth going after, the most valuable first. CNY a year. */
  opportunities: { key: string; useCase: LocalizedText; model: LocalizedText; valuePerYear: number }[];
}

/** What of a client's map a solution can begin from. */
export function useOpenings(clientId: string | null) {
  return useQuery({
    queryKey: ['solutions', 'openings', clientId],
    queryFn: async (): Promise<Openings> => {
      const { useCases } = await get<BattleMap>(`/api/clients/${clientId}/map`);
      const opportunities = useCases.flatMap(({ name, tiles }) =>
        tiles.flatMap(({ key, modelName, opportunity }) =>
          opportunity === null || opportunity.valuePerYear <= 0
            ? []
            : [{ key, useCase: name, model: modelName, valuePerYear: opportunity.valuePerYear }],
        ),
      );
      return {
        useCases: useCases.map(({ key, name }) => ({ key, name })),
        opportunities: opportunities.sort((first, second) => second.valuePerYear - first.valuePerYear),
      };
    },
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

export type ExportFormat = 'docx' | 'pdf' | 'pptx' | 'md' | 'svg';
export const exportAddress = (id: string, version: number, format: ExportFormat, language: string) =>
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

/** Stops the agents, or has them go on where they stopped. */
export function useRunCommand(id: string, command: 'cancel' | 'resume') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST', `${PATH}/${id}/run/${command}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['solutions'] }),
  });
}

export function useEditDiagram(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: EditDiagram) =>
      (await request<Solution>('POST', `${PATH}/${id}/diagram`, body)).data,
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
