import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Account,
  AccountSession,
  Invite,
  Members,
  OutboxPage,
  RecoveryCodes,
  Role,
  SignInPolicy,
  SignIns,
  TwoFactorSetup,
  UpdateAccount,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const ACCOUNT = ['account'];
const SESSIONS = ['account-sessions'];
const MEMBERS = ['members'];

export const useAccount = () => useQuery({ queryKey: ACCOUNT, queryFn: () => get<Account>('/api/account') });

export const useSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: async () => (await get<{ items: AccountSession[] }>('/api/account/sessions')).items,
  });

/** A change of the own account; account, session and list of sessions are read again after it. */
function useOwn<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(
        [ACCOUNT, SESSIONS, ['session']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}

const send = async <T>(method: string, path: string, body?: unknown) =>
  (await request<T>(method, `/api/account${path}`, body)).data;

export const useUpdateAccount = () => useOwn((input: UpdateAccount) => send<Account>('PATCH', '', input));
export const useChangePassword = () =>
  useOwn((input: { current: string; password: string }) => send<void>('PUT', '/password', input));
export const useStartTwoFactor = () =>
  useMutation({
    mutationFn: (password: string) => send<TwoFactorSetup>('POST', '/two-factor', { password }),
  });
export const useConfirmTwoFactor = () => useOwn((code: string) => send<void>('PUT', '/two-factor', { code }));
export const useStopTwoFactor = () =>
  useOwn((password: string) => send<void>('DELETE', '/two-factor', { password }));
export const useRenewCodes = () =>
  useMutation({
    mutationFn: (password: string) => send<RecoveryCodes>('POST', '/recovery-codes', { password }),
  });
/** The last tries to sign in to the own account. */
export const useSignIns = () =>
  useQuery({
    queryKey: ['account-sign-ins'],
    queryFn: async () => (await get<SignIns>('/api/account/sign-ins')).items,
  });
/** Ends one session, or with null all but the current. */
export const useEndSession = () =>
  useOwn((id: string | null) => send<void>('DELETE', `/sessions${id === null ? '' : `/${id}`}`));

export const useMembers = () => useQuery({ queryKey: MEMBERS, queryFn: () => get<Members>('/api/members') });

/** A change of who belongs to the organisation; the server answers with everybody as they now are. */
function useMembersChange<Input>(change: (input: Input) => Promise<Members>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (data) => queries.setQueryData(MEMBERS, data) });
}

export const useInvite = () => useMembersChange((input: Invite) => post<Members>('/api/invitations', input));
export const useRevokeInvitation = () =>
  useMembersChange(async (id: string) => (await request<Members>('DELETE', `/api/invitations/${id}`)).data);
export const useChangeRoles = () =>
  useMembersChange(
    async ({ id, roles }: { id: string; roles: Role[] }) =>
      (await request<Members>('PUT', `/api/members/${id}/roles`, { roles })).data,
  );
export const useSetPolicy = () =>
  useMembersChange(
    async (policy: SignInPolicy) => (await request<Members>('PUT', '/api/members/policy', policy)).data,
  );
export const useRemoveMember = () =>
  useMembersChange(async (id: string) => (await request<Members>('DELETE', `/api/members/${id}`)).data);

export const useOutbox = () =>
  useInfiniteQuery({
    queryKey: ['outbox'],
    queryFn: ({ pageParam }) =>
      get<OutboxPage>(`/api/outbox${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
