import { useQuery } from '@tanstack/react-query';
import type { AdviceDecision, AdviceKind, DealCoach, DealForecast } from '@tokenholic/contracts';
import { get, request } from '@/api/http';
import type { DealSearch } from '../../deal-search';
import { queryOf, useDealChange } from './deals';

export const useCoach = (dealId: string) =>
  useQuery({
    queryKey: ['deals', 'coach', dealId],
    queryFn: () => get<DealCoach>(`/api/deals/${dealId}/coach`),
  });

export const useDecideAdvice = (dealId: string) =>
  useDealChange(({ kind, ...said }: AdviceDecision & { kind: AdviceKind }) =>
    request<void>('POST', `/api/deals/${dealId}/advice/${kind}`, said),
  );

export const useForecast = (search: DealSearch) => {
  const { order: _order, ...filter } = search;
  const query = queryOf(filter);
  return useQuery({
    queryKey: ['deals', 'forecast', query],
    queryFn: () => get<DealForecast>(`/api/deals/forecast?${query}`),
    placeholderData: (before) => before,
  });
};
