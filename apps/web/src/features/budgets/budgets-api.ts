import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BudgetList, TokenBudget } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const KEY = ['budgets'];

/** One's own budget, and those of clients: found by name, or the most pressing ones where nothing is looked for. */
export const useBudgets = (search: string) =>
  useQuery({
    queryKey: [...KEY, search],
    queryFn: () => get<BudgetList>(`/api/budgets?search=${encodeURIComponent(search)}`),
    placeholderData: keepPreviousData,
  });

/** Sets a limit; null takes it away. Without a client it is one's own organisation's. */
export function useSetBudget(clientId: string | null) {
  const queries = useQueryClient();
  const path = clientId === null ? '/api/organization/budget' : `/api/clients/${clientId}/budget`;
  return useMutation({
    mutationFn: (monthlyTokens: number | null) => request<TokenBudget>('PUT', path, { monthlyTokens }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
