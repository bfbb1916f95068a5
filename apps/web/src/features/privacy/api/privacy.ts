import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ErasureReceipt, FormerPerson, PrivacyRegistry } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const RECEIPTS = ['privacy-receipts'];

export const useRegistry = () =>
  useQuery({ queryKey: ['privacy-registry'], queryFn: () => get<PrivacyRegistry>('/api/privacy/registry') });

export const useReceipts = () =>
  useQuery({
    queryKey: RECEIPTS,
    queryFn: async () => (await get<{ items: ErasureReceipt[] }>('/api/privacy/receipts')).items,
  });

/** Erases a client; everything shown may have held something of it. */
export function useEraseClient(clientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (confirmName: string) =>
      post<ErasureReceipt>(`/api/clients/${clientId}/privacy/erasure`, { confirmName }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Erases the own organisation; nobody is signed in after it. */
export const useEraseOwn = () =>
  useMutation({
    mutationFn: (confirmName: string) => post<ErasureReceipt>('/api/organization/erasure', { confirmName }),
  });

/** Takes an archive along once whoever has to agree has; the browser keeps the file. */
export const useExport = (path: string) =>
  useMutation({
    mutationFn: () => post<null>(`${path}-request`),
    onSuccess: () => location.assign(path),
  });

export const useFormerPeople = () =>
  useQuery({
    queryKey: ['former-people'],
    queryFn: async () => (await get<{ items: FormerPerson[] }>('/api/people/former')).items,
  });

export function useErasePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<ErasureReceipt>(`/api/people/${id}/erasure`),
    onSuccess: () => queries.invalidateQueries(),
  });
}
