import { useQuery } from '@tanstack/react-query';
import type { ActivityKind, Contact, ContactFields, DealStage, DecisionRole } from '@tokenholic/contracts';
import { get, request } from '@/api/http';
import { useDealChange } from './deals';

export interface ContactPage {
  contact: Contact;
  deals: { id: string; title: string; stage: DealStage; role: DecisionRole }[];
  said: {
    id: string;
    dealId: string;
    kind: ActivityKind;
    direction: 'in' | 'out';
    at: string;
    subject: string;
    text: string;
  }[];
}

export const useContacts = (clientId: string, enabled = true) =>
  useQuery({
    queryKey: ['deals', 'contacts', clientId],
    queryFn: () => get<{ items: Contact[] }>(`/api/clients/${clientId}/contacts`),
    enabled,
  });

export const useContact = (contactId: string) =>
  useQuery({
    queryKey: ['deals', 'contact', contactId],
    queryFn: () => get<ContactPage>(`/api/contacts/${contactId}`),
  });

export const useAddContact = (clientId: string) =>
  useDealChange(
    async (fields: ContactFields & { id: string }) =>
      (await request<Contact>('POST', `/api/clients/${clientId}/contacts`, fields)).data,
  );

export const useChangeContact = (contactId: string) =>
  useDealChange(
    async (fields: ContactFields & { revision: number }) =>
      (await request<Contact>('PUT', `/api/contacts/${contactId}`, fields)).data,
  );

export const useRemoveContact = (contactId: string) =>
  useDealChange(() => request<void>('DELETE', `/api/contacts/${contactId}`));

export const useSetRole = (dealId: string) =>
  useDealChange(({ contactId, role }: { contactId: string; role: DecisionRole | null }) =>
    request<void>('PUT', `/api/deals/${dealId}/contacts/${contactId}`, { role }),
  );
