import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AuditChoices, AuditEntry, AuditFilter, AuditVerification } from '@tokenholic/contracts';
import { get } from '@/api/http';

/** The own organisation's trail, or a client's. */
export type Trail = string | null;

const base = (trail: Trail) => (trail === null ? '/api/organization/audit' : `/api/clients/${trail}/audit`);

export const useTrail = (trail: Trail, filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit-trail', trail, filter],
    queryFn: ({ pageParam }) =>
      get<{ items: AuditEntry[]; nextCursor: string | null }>(
        `${base(trail)}?${queryOf(filter)}${pageParam === null ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });

export const useChoices = (trail: Trail) =>
  useQuery({
    queryKey: ['audit-choices', trail],
    queryFn: () => get<AuditChoices>(`${base(trail)}/choices`),
  });

export const useVerification = (trail: Trail) =>
  useQuery({
    queryKey: ['audit-verification', trail],
    queryFn: () => get<AuditVerification>(`${base(trail)}/verification`),
  });

/** Where the trail is to be had as a file, narrowed as on the screen. */
export const exportAddress = (trail: Trail, filter: AuditFilter, format: 'csv' | 'json') =>
  `${base(trail)}/export?${queryOf(filter)}&format=${format}`;

function queryOf(filter: AuditFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
}
