import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contact, ContactTraces, EraseContact, ErasureReceipt } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

export interface WhichContact {
  clientId: string;
  contactId: string;
}

const address = ({ clientId, contactId }: WhichContact) =>
  `/api/clients/${clientId}/contacts/${contactId}/privacy`;

export const exportOf = (which: WhichContact) => `${address(which)}/export`;

export const useContactsOf = (clientId: string) =>
  useQuery({
    queryKey: ['deals', 'contacts', clientId],
    queryFn: () => get<{ items: Contact[] }>(`/api/clients/${clientId}/contacts`),
    enabled: clientId !== '',
  });

/** Where a contact stands, and what an erasure would do there. */
export const useTraces = (which: WhichContact) =>
  useQuery({
    queryKey: ['privacy-contact', which.contactId],
    queryFn: () => get<ContactTraces>(address(which)),
  });

/** Erases a contact; everything shown may have held something of the person. */
export function useEraseContact(which: WhichContact) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: EraseContact) => post<ErasureReceipt>(`${address(which)}/erasure`, command),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['privacy-contact', which.contactId] });
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'privacy-contact' });
    },
  });
}
