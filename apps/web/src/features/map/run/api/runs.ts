import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Client, EventEnvelope, ResearchInput, ResearchRun } from '@tokenholic/contracts';
import { useCallback } from 'react';
import { get, post } from '@/api/http';
import { useClientRoom } from '@/api/realtime';

const runPath = (clientId: string, runId: string) => `/api/clients/${clientId}/research-runs/${runId}`;

export function useClient(clientId: string) {
  return useQuery({ queryKey: ['client', clientId], queryFn: () => get<Client>(`/api/clients/${clientId}`) });
}

const ACTIVE = ['queued', 'researching', 'analysing', 'drawing'];

export function isActive(run: ResearchRun): boolean {
  return ACTIVE.includes(run.status);
}

/** A run as it goes: told by events, asked for every few seconds when the line is down. */
export function useRun(clientId: string, runId: string) {
  const client = useQueryClient();
  const key = ['run', clientId, runId];
  const onEvent = useCallback(
    (event: EventEnvelope) => {
      if (event.topic === 'research_events' || event.type === 'map.drawn')
        void client.invalidateQueries({ queryKey: ['run', clientId] });
    },
    [client, clientId],
  );
  const live = useClientRoom(clientId, onEvent);
  const query = useQuery({
    queryKey: key,
    queryFn: () => get<ResearchRun>(runPath(clientId, runId)),
    refetchInterval: ({ state }) =>
      state.data !== undefined && !isActive(state.data) ? false : live ? 5_000 : 1_500,
  });
  return { query, live };
}

export function useLatestRun(clientId: string) {
  return useQuery({
    queryKey: ['runs', clientId],
    queryFn: () => get<{ items: ResearchRun[] }>(`/api/clients/${clientId}/research-runs?limit=1`),
    // Research of a new client starts by its event: the run appears a moment after the client.
    refetchInterval: ({ state }) => ((state.data?.items.length ?? 0) === 0 ? 500 : false),
  });
}

export function useRunCommand(clientId: string, runId: string, command: 'cancel' | 'resume') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<ResearchRun>(`${runPath(clientId, runId)}/${command}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['run', clientId] }),
  });
}

export function useStartRun(clientId: string) {
  return useMutation({
    mutationFn: (input: ResearchInput) => post<ResearchRun>(`/api/clients/${clientId}/research-runs`, input),
  });
}
