import { useQuery } from '@tanstack/react-query';
import type { SimilarDeal, WinLoss } from '@tokenholic/contracts';
import { get } from '@/api/http';
import type { DealSearch } from '../../deal-search';

/** Only what narrows closed deals; what narrows open ones stays out. How the analysis is asked for; the export asks the same. */
export function analysisQuery(filter: DealSearch): string {
  const { search, client, owner, period, product, competitor, source } = filter;
  const asked = Object.entries({ search, client, owner, period, product, competitor, source }).filter(
    ([, value]) => value !== undefined,
  );
  return new URLSearchParams(asked as [string, string][]).toString();
}

export const useAnalysis = (filter: DealSearch) => {
  const query = analysisQuery(filter);
  return useQuery({
    queryKey: ['deals', 'analysis', query],
    queryFn: () => get<WinLoss>(`/api/deals/analysis?${query}`),
    placeholderData: (before) => before,
  });
};

export const useSimilar = (dealId: string) =>
  useQuery({
    queryKey: ['deals', 'similar', dealId],
    queryFn: () => get<{ items: SimilarDeal[] }>(`/api/deals/${dealId}/similar`),
  });
