import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Consent, RecordConsent } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const base = (clientId: string) => `/api/clients/${clientId}/consents`;
const keyOf = (clientId: string) => ['consents', clientId];

export const useConsents = (clientId: string, history: boolean) =>
  useInfiniteQuery({
    queryKey: [...keyOf(clientId), history],
    enabled: clientId !== '',
    queryFn: ({ pageParam }) =>
      get<{ items: Consent[]; nextCursor: string | null }>(
        `${base(clientId)}?history=${history}${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Everything one address decided: looked up whole, since addresses lie sealed. */
export const useLookUp = (clientId: string) =>
  useMutation({
    mutationFn: async (address: string) =>
      (await post<{ items: Consent[] }>(`${base(clientId)}/history`, { address })).items,
  });

export function useRecordConsent(clientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: RecordConsent) => post<{ items: Consent[] }>(base(clientId), command),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(clientId) }),
  });
}

export const exportAddress = (clientId: string) => `${base(clientId)}/export`;
