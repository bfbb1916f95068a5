import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Entry, OpenInvitation, SecondFactor, SignIn, SignInStep, SignUp } from '@tokenholic/contracts';
import { get, post } from '@/api/http';

export const useEntry = () =>
  useQuery({ queryKey: ['entry'], queryFn: () => get<Entry>('/api/account/entry'), staleTime: 0 });

/** A step of signing in; what was shown to nobody, or to somebody else, is forgotten once one is in. */
function useStep<Input>(path: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => post<SignInStep>(`/api/account/${path}`, input),
    onSuccess: ({ next }) => {
      if (next === 'signed_in') queries.clear();
    },
  });
}

export const useSignIn = () => useStep<SignIn>('sign-in');
export const useSecondFactor = () => useStep<SecondFactor>('sign-in/code');
export const useSignUp = () => useStep<SignUp>('sign-up');

export function useOpenInvitation(token: string | undefined) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => post<OpenInvitation>('/api/account/invitation', { token }),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const useSend = <Input>(path: string) =>
  useMutation({ mutationFn: (input: Input) => post<void>(`/api/account/${path}`, input) });

export const useVerify = () => useSend<{ token: string }>('verify');
export const useSendVerification = () => useSend<{ email: string }>('verification');
export const useForgot = () => useSend<{ email: string }>('forgot');
export const useReset = () => useSend<{ token: string; password: string }>('reset');
