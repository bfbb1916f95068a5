import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { failureCode } from '../../adapters/accounts/requests.ts';
import { linkNotValid } from '../../domain/account-failures.ts';
import { limits } from '../../domain/attempts.ts';
import { checkPassword, sendVerification } from './sign-up.ts';

async function allowMail({ attempts }: Accounts, email: string, address: string): Promise<void> {
  await attempts.reserve(limits.mailByAddress, address);
  await attempts.reserve(limits.mailByEmail, email);
}

/** Sends a link to set a new password; says nothing about whether the address has an account. */
export async function requestReset(accounts: Accounts, email: string, address: string): Promise<void> {
  await allowMail(accounts, email, address);
  await accounts.auth.api.requestPasswordReset({ body: { email } });
}

/** Sends the verification link again, when there is something to verify. */
export async function requestVerification(accounts: Accounts, email: string, address: string): Promise<void> {
  await allowMail(accounts, email, address);
  await sendVerification(accounts, email);
}

/** Sets a new password with a link from a mail; every session ends and a lock-out is over. */
export async function resetPassword(
  accounts: Accounts,
  { token, password }: { token: string; password: string },
  address: string,
): Promise<void> {
  await accounts.attempts.reserve(limits.linkByAddress, address);
  await checkPassword(accounts, password, []);
  await throughLink(() => accounts.auth.api.resetPassword({ body: { newPassword: password, token } }));
  accounts.forgetSessions();
}

export async function verifyEmail(accounts: Accounts, token: string, address: string): Promise<void> {
  await accounts.attempts.reserve(limits.linkByAddress, address);
  await throughLink(() => accounts.auth.api.verifyEmail({ query: { token } }));
}

async function throughLink(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((await failureCode(error)) === null) throw error;
    throw linkNotValid();
  }
}
