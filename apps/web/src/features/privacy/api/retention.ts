import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RetentionRun } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const RETENTION = ['privacy-retention'];

export const useRetention = () =>
  useQuery({
    queryKey: RETENTION,
    queryFn: async () => (await get<{ items: RetentionRun[] }>('/api/privacy/retention')).items,
  });

export function useRunRetention() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dry: boolean) => post<RetentionRun>('/api/privacy/retention', { dry }),
    onSuccess: () => queries.invalidateQueries({ queryKey: RETENTION }),
  });
}
