import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AddDealTask,
  CreateDeal,
  Deal,
  DealCard,
  DealFields,
  DealMoment,
  LogActivity,
  MoveDeal,
  Pipeline,
} from '@tokenholic/contracts';
import { get, request } from '@/api/http';
import type { DealSearch } from '../../deal-search';

const FALLBACK = 30_000;

/** The filter as the server reads it; the page's own view stays out. */
export function queryOf({ view: _view, ...filter }: DealSearch): string {
  return new URLSearchParams(filter as Record<string, string>).toString();
}

export const usePipeline = (search: DealSearch) => {
  const { order: _order, ...filter } = search;
  const query = queryOf(filter);
  return useQuery({
    queryKey: ['deals', 'pipeline', query],
    queryFn: () => get<Pipeline>(`/api/deals/pipeline?${query}`),
    placeholderData: (before) => before,
    refetchInterval: FALLBACK,
  });
};

export const useDealTable = (search: DealSearch) => {
  const query = queryOf(search);
  return useInfiniteQuery({
    queryKey: ['deals', 'table', query],
    queryFn: ({ pageParam }) =>
      get<{ items: DealCard[]; nextCursor: string | null }>(
        `/api/deals?${query}${pageParam === null ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
};

export const useAccounts = () =>
  useQuery({
    queryKey: ['deals', 'accounts'],
    queryFn: () => get<{ items: { id: string; name: string }[] }>('/api/deals/accounts'),
    staleTime: 60_000,
  });

export const useDeal = (dealId: string) =>
  useQuery({
    queryKey: ['deals', 'deal', dealId],
    queryFn: () => get<Deal>(`/api/deals/${dealId}`),
    refetchInterval: FALLBACK,
  });

export const useMoments = (dealId: string) =>
  useInfiniteQuery({
    queryKey: ['deals', 'moments', dealId],
    queryFn: ({ pageParam }) =>
      get<{ items: DealMoment[]; nextCursor: string | null }>(
        `/api/deals/${dealId}/moments${pageParam === null ? '' : `?cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** A change after which everything about deals is asked for again. */
export function useDealChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['deals'] }),
  });
}

const send = async <T>(method: string, path: string, body?: unknown) =>
  (await request<T>(method, path, body)).data;

export const useCreateDeal = () =>
  useDealChange(({ clientId, ...deal }: CreateDeal & { clientId: string }) =>
    send<DealCard>('POST', `/api/clients/${clientId}/deals`, deal),
  );

export const useChangeDeal = (dealId: string) =>
  useDealChange((fields: DealFields & { revision: number }) =>
    send<DealCard>('PUT', `/api/deals/${dealId}`, fields),
  );

export const useMoveDeal = () =>
  useDealChange(({ dealId, ...move }: MoveDeal & { dealId: string }) =>
    send<DealCard>('POST', `/api/deals/${dealId}/stage`, move),
  );

export const useLogActivity = (dealId: string) =>
  useDealChange((said: LogActivity) => send<void>('POST', `/api/deals/${dealId}/activities`, said));

export const usePlanStep = (dealId: string) =>
  useDealChange((step: AddDealTask) => send<void>('POST', `/api/deals/${dealId}/tasks`, step));

export const useTickStep = (dealId: string) =>
  useDealChange(({ id, done }: { id: string; done: boolean }) =>
    send<void>('PUT', `/api/deals/${dealId}/tasks/${id}/done`, { done }),
  );
