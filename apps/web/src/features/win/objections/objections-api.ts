import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AnswerObjection,
  Client,
  DecideReply,
  LibraryReply,
  Objection,
  ProposeReply,
  RaiseObjection,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const LIBRARY = ['objections', 'library'];
const PAST = ['objections', 'past'];

export function useObjectionClients() {
  return useQuery({
    queryKey: ['clients', ''],
    queryFn: () => get<{ items: Client[] }>('/api/clients?limit=200&search='),
  });
}

export function usePast(clientId: string | null) {
  return useQuery({
    queryKey: [...PAST, clientId],
    queryFn: () =>
      get<{ items: Objection[] }>(`/api/objections${clientId === null ? '' : `?clientId=${clientId}`}`),
  });
}

export function useLibrary() {
  return useQuery({
    queryKey: LIBRARY,
    queryFn: () => get<{ items: LibraryReply[] }>('/api/objections/library'),
  });
}

export function useObjectionActions() {
  const queries = useQueryClient();
  const past = () => queries.invalidateQueries({ queryKey: ['objections'] });
  const keep = (library: { items: LibraryReply[] }) => queries.setQueryData(LIBRARY, library);
  return {
    raise: useMutation({
      mutationFn: (body: RaiseObjection) => post<Objection>('/api/objections', body),
      onSuccess: past,
    }),
    answer: useMutation({
      mutationFn: async ({ id, ...body }: AnswerObjection & { id: string }) =>
        (await request<Objection>('PUT', `/api/objections/${id}`, body)).data,
      onSuccess: past,
    }),
    propose: useMutation({
      mutationFn: (body: ProposeReply) => post<{ items: LibraryReply[] }>('/api/objections/library', body),
      onSuccess: keep,
    }),
    decide: useMutation({
      mutationFn: async ({ id, ...body }: DecideReply & { id: string }) =>
        (await request<{ items: LibraryReply[] }>('PUT', `/api/objections/library/${id}`, body)).data,
      onSuccess: keep,
    }),
  };
}
export type ObjectionActions = ReturnType<typeof useObjectionActions>;
