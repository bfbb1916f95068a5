import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Agent, DecideHandoff, Handoff, Lifecycle, ProposeHandoff } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const base = (clientId: string) => `/api/clients/${clientId}`;

export const useLifecycle = (clientId: string) =>
  useQuery({
    queryKey: ['copilot', 'lifecycle', clientId],
    queryFn: () => get<Lifecycle>(`${base(clientId)}/lifecycle`),
  });

export const useAgents = () =>
  useQuery({
    queryKey: ['agents'],
    queryFn: () => get<{ items: Agent[] }>('/api/agents'),
    staleTime: 60_000,
  });

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['copilot'] }),
  });
}

export const useAssign = (clientId: string) =>
  useChange(({ userId, assigned }: { userId: string; assigned: boolean }) =>
    request<Lifecycle>('PUT', `${base(clientId)}/team/${userId}`, { assigned }),
  );

export const usePropose = (clientId: string) =>
  useChange((proposal: ProposeHandoff) => post<Handoff>(`${base(clientId)}/handoffs`, proposal));

export const useTick = (clientId: string, handoffId: string) =>
  useChange((item: { key: string; done: boolean }) =>
    request<Handoff>('PUT', `${base(clientId)}/handoffs/${handoffId}/checklist`, item),
  );

export const useDecideHandoff = (clientId: string, handoffId: string) =>
  useChange((answer: DecideHandoff) =>
    post<Handoff>(`${base(clientId)}/handoffs/${handoffId}/decision`, answer),
  );
