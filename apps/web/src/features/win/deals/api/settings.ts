import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DealSettings, DealView, LocalizedText, SaveDealView } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const MINUTE = 60_000;

export const useDealSettings = () =>
  useQuery({
    queryKey: ['deals', 'settings'],
    queryFn: () => get<DealSettings>('/api/deals/settings'),
    staleTime: MINUTE,
  });

export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (settings: DealSettings) =>
      (await request<DealSettings>('PUT', '/api/deals/settings', settings)).data,
    onSuccess: (kept) => {
      queries.setQueryData(['deals', 'settings'], kept);
      return queries.invalidateQueries({ queryKey: ['deals'] });
    },
  });
}

export const useOwners = (enabled = true) =>
  useQuery({
    queryKey: ['deals', 'owners'],
    queryFn: () => get<{ items: { id: string; name: LocalizedText }[] }>('/api/deals/owners'),
    staleTime: MINUTE,
    enabled,
  });

export const useViews = () =>
  useQuery({
    queryKey: ['deal-views'],
    queryFn: () => get<{ items: DealView[] }>('/api/deals/views'),
    staleTime: MINUTE,
  });

function useViewChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['deal-views'] }),
  });
}

export const useSaveView = () =>
  useViewChange((view: SaveDealView) => request<void>('POST', '/api/deals/views', view));
export const useRemoveView = () =>
  useViewChange((id: string) => request<void>('DELETE', `/api/deals/views/${id}`));
