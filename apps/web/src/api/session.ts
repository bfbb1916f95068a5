import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Permission, Session } from '@tokenholic/contracts';
import { get, request } from './http';

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: () => get<Session>('/api/session'),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.samplesArriving === true ? 2_000 : false),
  });
}

/** Whether the signed-in person's roles allow something; the server decides in any case. */
export function useAllowed(permission: Permission): boolean {
  return useSession().data?.user.permissions.includes(permission) ?? false;
}

/** Demo mode: look through another person's eyes. Everything shown before is forgotten. */
export function useSwitchDemoUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => request<Session>('PUT', '/api/session/demo-user', { userId }),
    onSuccess: () => client.resetQueries(),
  });
}

/** Ends the session; nothing of what was shown stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => request<void>('POST', '/api/account/sign-out'),
    onSuccess: () => location.assign('/sign-in'),
  });
}
