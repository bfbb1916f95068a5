import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Client } from '@tokenholic/contracts';
import { get } from '@/api/http';

const MOST = 50;

interface Found {
  items: Client[];
  /** Null: these are all of them. */
  nextCursor: string | null;
}

/** Clients one may see whose name or website holds a text, the newest first; no more than fit a list one reads. */
export const useClients = (search = '') =>
  useQuery({
    queryKey: ['clients', 'found', search],
    queryFn: () => get<Found>(`/api/clients?limit=${MOST}&search=${encodeURIComponent(search)}`),
    placeholderData: keepPreviousData,
  });

/** One client; nothing is asked for while none is chosen. */
export const useClient = (clientId: string) =>
  useQuery({
    queryKey: ['client', clientId],
    queryFn: () => get<Client>(`/api/clients/${clientId}`),
    enabled: clientId !== '',
  });
