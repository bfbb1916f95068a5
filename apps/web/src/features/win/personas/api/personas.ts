import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditPersona, Persona, PersonaCard, PersonaSettings } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const WORKING = 1_500;
const FALLBACK = 30_000;

export const usePersonas = (search: string) =>
  useQuery({
    queryKey: ['personas', 'list', search],
    queryFn: () => get<{ items: PersonaCard[] }>(`/api/personas?search=${encodeURIComponent(search)}`),
    placeholderData: (before) => before,
    refetchInterval: FALLBACK,
  });

/** A persona; asked again soon while it is being worked out. */
export const usePersona = (contactId: string | undefined, version?: number) =>
  useQuery({
    queryKey: ['personas', 'one', contactId, version ?? 'newest'],
    queryFn: () =>
      get<Persona>(`/api/personas/${contactId}${version === undefined ? '' : `?version=${version}`}`),
    enabled: contactId !== undefined,
    placeholderData: (before) => (before?.contactId === contactId ? before : undefined),
    refetchInterval: ({ state }) => (state.data?.working === true ? WORKING : FALLBACK),
  });

export function usePersonaActions(contactId: string) {
  const queries = useQueryClient();
  const onSuccess = (persona: Persona) => {
    queries.setQueryData(['personas', 'one', contactId, 'newest'], persona);
    return queries.invalidateQueries({ queryKey: ['personas'] });
  };
  return {
    edit: useMutation({
      mutationFn: async (edit: EditPersona) =>
        (await request<Persona>('PUT', `/api/personas/${contactId}/edits`, edit)).data,
      onSuccess,
    }),
    settle: useMutation({
      mutationFn: async (settings: PersonaSettings) =>
        (await request<Persona>('PUT', `/api/personas/${contactId}/settings`, settings)).data,
      onSuccess,
    }),
  };
}
