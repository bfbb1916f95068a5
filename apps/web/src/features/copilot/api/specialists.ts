import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerSpecialist, InviteSpecialist, SpecialistRequest } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const base = (clientId: string) => `/api/clients/${clientId}/specialists`;

export const useSpecialists = (clientId: string) =>
  useQuery({
    queryKey: ['copilot', 'specialists', clientId],
    queryFn: async () => (await get<{ items: SpecialistRequest[] }>(base(clientId))).items,
  });

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['copilot'] }),
  });
}

export const useInviteSpecialist = (clientId: string) =>
  useChange((invitation: InviteSpecialist) => post(base(clientId), invitation));

export const useAnswerSpecialist = (clientId: string) =>
  useChange(({ id, ...answer }: AnswerSpecialist & { id: string }) =>
    post(`${base(clientId)}/${id}/outcome`, answer),
  );

export const useWithdrawSpecialist = (clientId: string) =>
  useChange((id: string) => request('DELETE', `${base(clientId)}/${id}`));
