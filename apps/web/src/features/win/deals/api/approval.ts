import { useQuery } from '@tanstack/react-query';
import type { DealApproval } from '@tokenholic/contracts';
import { get, post } from '@/api/http';
import { useDealChange } from './deals';

/** Whether somebody still has to agree; asked again when the deal has changed, and for when they have answered. */
export const useDealApproval = (dealId: string, revision: number) =>
  useQuery({
    queryKey: ['deals', 'approval', dealId, revision],
    queryFn: () => get<DealApproval>(`/api/deals/${dealId}/approval`),
    refetchInterval: 15_000,
  });

export const useAskApproval = (dealId: string) =>
  useDealChange((note: string) => post<DealApproval>(`/api/deals/${dealId}/approval`, { note }));
