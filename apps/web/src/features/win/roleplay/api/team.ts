import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AssignPractice, PracticeSession, TeamBoard, Thresholds } from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const TEAM = ['practice', 'team'];

export const useTeam = () =>
  useQuery({ queryKey: TEAM, queryFn: () => get<TeamBoard>('/api/practice/team') });

type Change =
  | { kind: 'assign'; body: AssignPractice }
  | { kind: 'withdraw'; id: string }
  | { kind: 'thresholds'; body: Thresholds };

const send = ({ ...change }: Change) =>
  change.kind === 'assign'
    ? request<TeamBoard>('POST', '/api/practice/assignments', change.body)
    : change.kind === 'withdraw'
      ? request<TeamBoard>('DELETE', `/api/practice/assignments/${change.id}`)
      : request<TeamBoard>('PUT', '/api/practice/thresholds', change.body);

/** What managers change; the answer is the board as it then stands. */
export function useTeamActions() {
  const queries = useQueryClient();
  return {
    change: useMutation({
      mutationFn: async (change: Change) => (await send(change)).data,
      onSuccess: (board) => {
        queries.setQueryData(TEAM, board);
        void queries.invalidateQueries({ queryKey: ['practice', 'assignments'] });
      },
    }),
    override: useMutation({
      mutationFn: async ({ id, ...body }: { id: string; total: number | null; reason: string }) =>
        (await request<PracticeSession>('PUT', `/api/practice/sessions/${id}/override`, body)).data,
      onSuccess: (session) => {
        queries.setQueryData(['practice', 'talk', session.id], session);
        void queries.invalidateQueries({ queryKey: TEAM });
      },
    }),
  };
}
