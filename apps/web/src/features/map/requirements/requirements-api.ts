import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Language, RequirementDraft, SaveRequirements } from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const path = (clientId: string) => `/api/clients/${clientId}/requirements`;
const keyOf = (clientId: string) => ['requirements', clientId];

export function useDrafts(clientId: string) {
  return useQuery({
    queryKey: keyOf(clientId),
    queryFn: () => get<{ items: RequirementDraft[] }>(path(clientId)),
    refetchInterval: 30_000,
  });
}

/** Everything one can do with a draft; the list is read anew after each. */
export function useDraftActions(clientId: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: keyOf(clientId) });
  const one = (draftId: string) => `${path(clientId)}/${draftId}`;
  return {
    create: useMutation({
      mutationFn: (language: Language) => post<RequirementDraft>(path(clientId), { language }),
      onSettled: again,
    }),
    save: useMutation({
      mutationFn: ({ draftId, ...body }: SaveRequirements & { draftId: string }) =>
        request<RequirementDraft>('PUT', one(draftId), body),
      onSettled: again,
    }),
    remove: useMutation({
      mutationFn: (draftId: string) => request('DELETE', one(draftId)),
      onSettled: again,
    }),
    send: useMutation({
      mutationFn: ({ draftId, days }: { draftId: string; days: number }) =>
        post<{ token: string }>(`${one(draftId)}/send`, { days }),
      onSettled: again,
    }),
    takeBack: useMutation({
      mutationFn: (draftId: string) => request('DELETE', `${one(draftId)}/link`),
      onSettled: again,
    }),
  };
}
export type DraftActions = ReturnType<typeof useDraftActions>;
