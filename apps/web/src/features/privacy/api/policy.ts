import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConsentPolicy, SetPurposeBasis } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const KEY = ['consent-policy'];
const PATH = '/api/privacy/consent-policy';

export const usePolicy = () => useQuery({ queryKey: KEY, queryFn: () => get<ConsentPolicy>(PATH) });

export function useSetBasis() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (command: SetPurposeBasis) => (await request<ConsentPolicy>('PUT', PATH, command)).data,
    onSuccess: (policy) => queries.setQueryData(KEY, policy),
    // Somebody else changed it: the page takes the latest.
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
