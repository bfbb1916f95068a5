import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DealImport, ImportMapping, ImportReport } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const PATH = '/api/deals/imports';
const POLL = 1_000;

export const useImports = () =>
  useQuery({
    queryKey: ['deal-imports'],
    queryFn: () => get<{ items: DealImport[] }>(PATH),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'running') ? POLL : false,
  });

export const useImport = (importId: string | null) =>
  useQuery({
    queryKey: ['deal-import', importId],
    queryFn: () => get<DealImport>(`${PATH}/${importId}`),
    enabled: importId !== null,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? POLL : false),
  });

function useImportChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['deal-import'] });
      await queries.invalidateQueries({ queryKey: ['deal-imports'] });
      await queries.invalidateQueries({ queryKey: ['deals'] });
    },
  });
}

export const useUpload = () =>
  useImportChange((file: File) => {
    const form = new FormData();
    form.append('file', file);
    return post<DealImport>(PATH, form);
  });

export const useCheckImport = (importId: string) =>
  useMutation({
    mutationFn: (mapping: ImportMapping) => post<ImportReport>(`${PATH}/${importId}/check`, mapping),
  });

export const useRunImport = () => useImportChange((id: string) => post<DealImport>(`${PATH}/${id}/run`));
export const useUndoImport = () => useImportChange((id: string) => post<DealImport>(`${PATH}/${id}/undo`));
export const errorFile = (importId: string) => `${PATH}/${importId}/errors`;
