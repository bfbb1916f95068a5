import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AuditEntry, AuditVerification } from '@tokenholic/contracts';
import { get } from '@/api/http';

const base = (clientId: string) => `/api/clients/${clientId}/audit`;

export const useAudit = (clientId: string, search: string) =>
  useInfiniteQuery({
    queryKey: ['audit', clientId, search],
    queryFn: ({ pageParam }) =>
      get<{ items: AuditEntry[]; nextCursor: string | null }>(
        `${base(clientId)}?search=${encodeURIComponent(search)}${pageParam === null ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });

export const useVerification = (clientId: string) =>
  useQuery({
    queryKey: ['audit-verification', clientId],
    queryFn: () => get<AuditVerification>(`${base(clientId)}/verification`),
  });
