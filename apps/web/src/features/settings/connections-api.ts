import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionSettings, ConnectionTrial, SaveModelConnection } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const PATH = '/api/settings/connections';
const KEY = ['connections'];

export function useConnections() {
  return useQuery({ queryKey: KEY, queryFn: () => get<ConnectionSettings>(PATH) });
}

/** A change of the connections; the server answers with all of them as they now are. */
function useChange<Input>(change: (input: Input) => Promise<{ data: ConnectionSettings }>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: ({ data }) => client.setQueryData(KEY, data),
  });
}

export const useSaveModel = () =>
  useChange(({ id, ...body }: SaveModelConnection & { id: string }) =>
    request<ConnectionSettings>('PUT', `${PATH}/models/${id}`, body),
  );

export const useRemoveModel = () =>
  useChange((id: string) => request<ConnectionSettings>('DELETE', `${PATH}/models/${id}`));

export const useOrderModels = () =>
  useChange((ids: string[]) => request<ConnectionSettings>('PUT', `${PATH}/models-order`, { ids }));

/** Null disconnects. */
export const useSaveKey = (purpose: 'search' | 'browser') =>
  useChange((apiKey: string | null) => request<ConnectionSettings>('PUT', `${PATH}/${purpose}`, { apiKey }));

export const useTrial = (id: string) =>
  useMutation({
    mutationFn: () => post<ConnectionTrial>(`${PATH}/models/${encodeURIComponent(id)}/try`),
  });
