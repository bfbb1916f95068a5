import { useQuery } from '@tanstack/react-query';
import type { GraphEntity, GraphNeighbourhood, GraphPaths } from '@tokenholic/contracts';
import { get } from '@/api/http';

const PATH = '/api/knowledge/graph';

export function useEntities(text: string) {
  return useQuery({
    queryKey: ['knowledge', 'graph', 'entities', text],
    queryFn: () => get<{ items: GraphEntity[] }>(`${PATH}/entities?q=${encodeURIComponent(text)}`),
    placeholderData: (before) => before,
  });
}

export function useNeighbourhood(key: string | null) {
  return useQuery({
    queryKey: ['knowledge', 'graph', 'neighbourhood', key],
    queryFn: () => get<GraphNeighbourhood>(`${PATH}/neighbourhood?key=${encodeURIComponent(key ?? '')}`),
    enabled: key !== null,
  });
}

export function usePaths(from: string | null, to: string | null) {
  return useQuery({
    queryKey: ['knowledge', 'graph', 'paths', from, to],
    queryFn: () =>
      get<GraphPaths>(
        `${PATH}/paths?from=${encodeURIComponent(from ?? '')}&to=${encodeURIComponent(to ?? '')}`,
      ),
    enabled: from !== null && to !== null && from !== to,
  });
}
