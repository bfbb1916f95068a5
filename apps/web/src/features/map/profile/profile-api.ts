import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClientProfile, EditProfile } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const path = (clientId: string) => `/api/clients/${clientId}/profile`;

export function useProfile(clientId: string) {
  return useQuery({
    queryKey: ['profile', clientId],
    queryFn: () => get<ClientProfile>(path(clientId)),
  });
}

export function useEditProfile(clientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (edit: EditProfile) => (await request<ClientProfile>('PUT', path(clientId), edit)).data,
    onSuccess: (profile) => queries.setQueryData(['profile', clientId], profile),
  });
}
