import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorpusHit, FindingsWorkbench, SaveReview } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const keyOf = (clientId: string) => ['findings', clientId];

export function useFindings(clientId: string) {
  return useQuery({
    queryKey: keyOf(clientId),
    queryFn: () => get<FindingsWorkbench>(`/api/clients/${clientId}/findings/workbench`),
  });
}

export function useReview(clientId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveReview) =>
      request<FindingsWorkbench>('PUT', `/api/clients/${clientId}/findings/review`, body),
    onSuccess: ({ data }) => client.setQueryData(keyOf(clientId), data),
  });
}

/** Has the map drawn anew from what stands. */
export function useApplyReviews(clientId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<FindingsWorkbench>(`/api/clients/${clientId}/findings/apply`),
    onSuccess: (data) => {
      client.setQueryData(keyOf(clientId), data);
      void client.invalidateQueries({ queryKey: ['map', clientId] });
    },
  });
}

export function useCorpus(clientId: string, question: string) {
  return useQuery({
    queryKey: ['corpus', clientId, question],
    queryFn: () =>
      get<{ items: CorpusHit[] }>(`/api/clients/${clientId}/corpus?question=${encodeURIComponent(question)}`),
    enabled: question !== '',
  });
}
