import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BulkEdit, CareReport, CareStep, Duplicate, Merge } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

export const useDuplicates = () =>
  useQuery({
    queryKey: ['deal-care', 'duplicates'],
    queryFn: () => get<{ items: Duplicate[] }>('/api/deals/duplicates'),
  });

export const useCareSteps = () =>
  useQuery({
    queryKey: ['deal-care', 'steps'],
    queryFn: () => get<{ items: (CareStep & { records: number })[] }>('/api/deals/care'),
  });

function useCare<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['deal-care'] });
      await queries.invalidateQueries({ queryKey: ['deals'] });
    },
  });
}

export const useBulkEdit = () => useCare((edit: BulkEdit) => post<CareReport>('/api/deals/bulk', edit));
export const useMerge = () => useCare((merge: Merge) => request<void>('POST', '/api/deals/merge', merge));
export const useUndoCare = () => useCare((id: string) => post<CareReport>(`/api/deals/care/${id}/undo`));
