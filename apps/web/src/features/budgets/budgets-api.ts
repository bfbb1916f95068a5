import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BudgetList, Client, TokenBudget } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const KEY = ['budgets'];

export const useBudgets = () => useQuery({ queryKey: KEY, queryFn: () => get<BudgetList>('/api/budgets') });

export const useClients = () =>
  useQuery({ queryKey: ['clients'], queryFn: () => get<{ items: Client[] }>('/api/clients?limit=200') });

/** Sets a limit; null takes it away. Without a client it is one's own organisation's. */
export function useSetBudget(clientId: string | null) {
  const queries = useQueryClient();
  const path = clientId === null ? '/api/organization/budget' : `/api/clients/${clientId}/budget`;
  return useMutation({
    mutationFn: (monthlyTokens: number | null) => request<TokenBudget>('PUT', path, { monthlyTokens }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
