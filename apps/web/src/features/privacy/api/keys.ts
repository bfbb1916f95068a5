import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeySurvey, RotatedKeys, RotateKeys } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const KEYS = ['privacy-keys'];

/** Looks again while organisations are still being sealed. */
export const useKeys = () =>
  useQuery({
    queryKey: KEYS,
    queryFn: () => get<KeySurvey>('/api/privacy/keys'),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.sealed < data.organizations ? 5_000 : false,
  });

export function useRotateKeys() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: RotateKeys) => post<RotatedKeys>('/api/privacy/keys/rotations', command),
    onSettled: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}
