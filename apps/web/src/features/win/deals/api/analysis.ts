import { useQuery } from '@tanstack/react-query';
import type { WinLoss } from '@tokenholic/contracts';
import { get } from '@/api/http';
import type { DealSearch } from '../../deal-search';

/** Only what narrows closed deals; what narrows open ones stays out. */
export const useAnalysis = ({ search, client, owner, period }: DealSearch) => {
  const asked = Object.entries({ search, client, owner, period }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(asked as [string, string][]).toString();
  return useQuery({
    queryKey: ['deals', 'analysis', query],
    queryFn: () => get<WinLoss>(`/api/deals/analysis?${query}`),
    placeholderData: (before) => before,
  });
};
