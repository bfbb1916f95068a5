import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AnswerObjection,
  DecideReply,
  Draft,
  LibraryReply,
  Objection,
  ProposeReply,
  RaiseObjection,
  ReplyTone,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const LIBRARY = ['objections', 'library'];
const PAST = ['objections', 'past'];

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
    // What waits is decided by others, here or in their inbox.
    refetchInterval: 15_000,
  });
}

interface ReplyDraft {
  clientId: string;
  tone: ReplyTone;
  language: Objection['language'];
  objection: string;
  body: string;
}

const LETTER_TONE = { assertive: 'formal', consultative: 'brief', empathetic: 'warm' } as const;
const LONGEST_INTENT = 500;

/** The workspace writes a letter to the client and its subject; the chosen reply takes the place of its words. */
async function keepAsDraft({ clientId, tone, language, objection, body }: ReplyDraft): Promise<Draft> {
  const path = `/api/clients/${clientId}/copilot/drafts`;
  const intent = objection.slice(0, LONGEST_INTENT);
  const { id, subject } = await post<Draft>(path, {
    ...{ kind: 'email', tone: LETTER_TONE[tone], language, intent },
  });
  return (await request<Draft>('PUT', `${path}/${id}`, { wording: { subject, body } })).data;
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
    draft: useMutation({
      mutationFn: keepAsDraft,
      onSettled: () => queries.invalidateQueries({ queryKey: ['copilot'] }),
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
