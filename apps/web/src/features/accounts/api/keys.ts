import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CreateApiKey,
  CreatedApiKey,
  CreateServiceAccount,
  ServiceAccounts,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const PATH = '/api/service-accounts';
const KEY = ['service-accounts'];

export const useServiceAccounts = () =>
  useQuery({ queryKey: KEY, queryFn: () => get<ServiceAccounts>(PATH) });

/** A change of services or keys; the server answers with all of them as they now are. */
function useChange<Input>(change: (input: Input) => Promise<ServiceAccounts>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (data) => queries.setQueryData(KEY, data) });
}

export const useCreateService = () =>
  useChange((input: CreateServiceAccount) => post<ServiceAccounts>(PATH, input));
export const useRemoveService = () =>
  useChange(async (id: string) => (await request<ServiceAccounts>('DELETE', `${PATH}/${id}`)).data);
export const useRevokeKey = (serviceId: string) =>
  useChange(
    async (id: string) => (await request<ServiceAccounts>('DELETE', `${PATH}/${serviceId}/keys/${id}`)).data,
  );

export function useCreateKey(serviceId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CreateApiKey) => post<CreatedApiKey>(`${PATH}/${serviceId}/keys`, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
