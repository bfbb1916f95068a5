import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedShare, CreateShare, ShareLink } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const path = (clientId: string) => `/api/clients/${clientId}/map/shares`;
const keyOf = (clientId: string) => ['shares', clientId];

export function useShares(clientId: string) {
  return useQuery({
    queryKey: keyOf(clientId),
    queryFn: () => get<{ items: ShareLink[] }>(path(clientId)),
    // Guests count while nobody looks: opened again, the list says how often by now.
    staleTime: 0,
  });
}

export function useCreateShare(clientId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateShare) => post<CreatedShare>(path(clientId), body),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(clientId) }),
  });
}

export function useRevokeShare(clientId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => request<ShareLink>('DELETE', `${path(clientId)}/${linkId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(clientId) }),
  });
}
