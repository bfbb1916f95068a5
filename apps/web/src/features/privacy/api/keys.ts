import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeySurvey, RotatedKeys, RotateKeys } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

const KEYS = ['privacy-keys'];

export const useKeys = () => useQuery({ queryKey: KEYS, queryFn: () => get<KeySurvey>('/api/privacy/keys') });

export function useRotateKeys() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: RotateKeys) => post<RotatedKeys>('/api/privacy/keys/rotations', command),
    onSettled: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}
