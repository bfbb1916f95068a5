import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ClientPersonaPreview,
  LocalizedText,
  PracticeAssignment,
  PracticeBrief,
  PracticeHint,
  PracticeListed,
  PracticeProgress,
  PracticeSession,
  StartPractice,
} from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const PATH = '/api/practice/sessions';
const ALL = ['practice'];
const oneKey = (id: string) => [...ALL, 'talk', id];
/** While a model judges, the score is looked at again. */
const JUDGING_MILLISECONDS = 2_500;

export interface Customers {
  items: PracticeBrief[];
  industries: { id: string; name: LocalizedText }[];
  model: boolean;
}
export const useCustomers = () =>
  useQuery({ queryKey: [...ALL, 'customers'], queryFn: () => get<Customers>('/api/practice/personas') });
/** Clients with a map: a customer can be made after them. */
export const useMappedClients = () =>
  useQuery({
    queryKey: ['portfolio'],
    queryFn: () => get<{ items: { clientId: string; clientName: string }[] }>('/api/portfolio'),
  });
/** The customer after a client, with what it is made from. */
export const useClientPersona = (clientId: string) =>
  useQuery({
    queryKey: [...ALL, 'client', clientId],
    queryFn: () => get<ClientPersonaPreview>(`/api/clients/${clientId}/practice-persona`),
  });
export const useTalks = () =>
  useQuery({ queryKey: [...ALL, 'talks'], queryFn: () => get<{ items: PracticeListed[] }>(PATH) });
export const useTalk = (id: string | null) =>
  useQuery({
    queryKey: oneKey(id ?? ''),
    queryFn: () => get<PracticeSession>(`${PATH}/${id}`),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.judging === true ? JUDGING_MILLISECONDS : false),
  });
export const useProgress = () =>
  useQuery({
    queryKey: [...ALL, 'progress'],
    queryFn: () => get<PracticeProgress>('/api/practice/progress'),
  });
export const useAssignments = () =>
  useQuery({
    queryKey: [...ALL, 'assignments'],
    queryFn: () => get<{ items: PracticeAssignment[] }>('/api/practice/assignments'),
  });

/** What can be done with talks; each answer takes the talk's place, lists are read again. */
export function usePracticeActions() {
  const queries = useQueryClient();
  const keep = async (session: PracticeSession) => {
    queries.setQueryData(oneKey(session.id), session);
    await Promise.all(
      ['talks', 'progress', 'assignments'].map((part) =>
        queries.invalidateQueries({ queryKey: [...ALL, part] }),
      ),
    );
  };
  return {
    start: useMutation({
      mutationFn: (body: StartPractice) => post<PracticeSession>(PATH, body),
      onSuccess: keep,
    }),
    act: useMutation({
      mutationFn: ({ id, verb, body }: { id: string; verb: Verb; body?: object }) =>
        post<PracticeSession>(`${PATH}/${id}/${verb}`, body ?? {}),
      onSuccess: keep,
    }),
    hint: useMutation({ mutationFn: (id: string) => post<PracticeHint>(`${PATH}/${id}/hint`, {}) }),
  };
}
type Verb = 'lines' | 'end' | 'retry' | 'score' | 'hand-in';
export type PracticeActions = ReturnType<typeof usePracticeActions>;
