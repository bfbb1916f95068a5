import type { SecondFactor, SignIn, SignInStep } from '@tokenholic/contracts';
import { currentTrace, type Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { failureCode } from '../../adapters/accounts/requests.ts';
import type { Principals } from '../../adapters/principals.ts';
import {
  notVerified,
  signInAgain,
  tooManyAttempts,
  wrongCode,
  wrongSignIn,
} from '../../domain/account-failures.ts';
import { limits } from '../../domain/attempts.ts';
import { people, sessions } from '../../tables-accounts.ts';

/** A step of signing in and the cookies that go with it. */
export interface StepDone {
  next: SignInStep['next'];
  cookies: Headers;
}

/** The first step: address and password. Who fails too often waits, whether or not the address has an account. */
export async function signIn(
  kit: Kit,
  accounts: Accounts,
  principals: Principals,
  input: SignIn,
  headers: Headers,
): Promise<StepDone> {
  const address = headers.get('x-forwarded-for') ?? '';
  await accounts.attempts.check(limits.signInByAddress, address);
  await accounts.attempts.reserve(limits.signInByEmail, input.email);
  try {
    const { headers: cookies, response } = await accounts.auth.api.signInEmail({
      body: { email: input.email, password: input.password, rememberMe: input.remember },
      headers,
      returnHeaders: true,
    });
    await accounts.attempts.forget(limits.signInByEmail, input.email);
    if ('twoFactorRedirect' in response) return { next: 'two_factor', cookies };
    await noteSignIn(kit, principals, response.user.id);
    return { next: 'signed_in', cookies };
  } catch (error) {
    const code = await failureCode(error);
    if (code === null) throw error;
    if (code === 'EMAIL_NOT_VERIFIED') throw notVerified();
    await accounts.attempts.count(limits.signInByAddress, address);
    // Not waited for: how long the answer takes must not tell whether the address has an account.
    noteFailure(kit, accounts, principals, input.email).catch((failure) =>
      kit.logger.error({ err: failure }, 'a failed sign-in could not be noted'),
    );
    await accounts.departed.refuseAddress(input.email);
    throw wrongSignIn();
  }
}

const USED_CODE = { name: 'totp-used', most: 1, seconds: 120 };
const LOCKED_MINUTES = 15;

/** The second step: a code of the authenticator app, or one of the recovery codes. Each code works once. */
export async function signInWithCode(
  kit: Kit,
  accounts: Accounts,
  principals: Principals,
  { code, kind }: SecondFactor,
  headers: Headers,
): Promise<StepDone> {
  const { headers: cookies, response } = await verifyCode(accounts, kind, code, headers);
  if (kind === 'totp') {
    const { count } = await accounts.attempts.count(USED_CODE, `${response.user.id} ${code}`);
    if (count > 1) {
      await accounts.db.delete(sessions).where(eq(sessions.token, response.token));
      throw wrongCode();
    }
  }
  await noteSignIn(kit, principals, response.user.id);
  return { next: 'signed_in', cookies };
}

async function verifyCode({ auth }: Accounts, kind: SecondFactor['kind'], code: string, headers: Headers) {
  const options = { body: { code }, headers: withoutSession(headers), returnHeaders: true as const };
  try {
    if (kind === 'totp') return await auth.api.verifyTOTP(options);
    const { headers: cookies, response } = await auth.api.verifyBackupCode(options);
    if (response.token === undefined) throw new Error('A recovery code made no session');
    return { headers: cookies, response: { token: response.token, user: response.user } };
  } catch (error) {
    const failure = await failureCode(error);
    if (failure === null) throw error;
    if (failure === 'ACCOUNT_TEMPORARILY_LOCKED') throw tooManyAttempts(LOCKED_MINUTES);
    throw failure === 'INVALID_CODE' || failure === 'INVALID_BACKUP_CODE' ? wrongCode() : signInAgain();
  }
}

/** With a session the library would take the code as one for the settings of whoever is signed in. */
function withoutSession(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '').split(';').map((part) => part.trim());
  const kept = new Headers(headers);
  kept.set(
    'cookie',
    cookies.filter((part) => !/^(__Secure-)?tokenholic\.session_token=/.test(part)).join('; '),
  );
  return kept;
}

/** The person sees it among their tries, auditors in the trail; at most as often as the limit lets anybody try. */
async function noteFailure(
  kit: Kit,
  accounts: Accounts,
  principals: Principals,
  email: string,
): Promise<void> {
  const [person] = await accounts.db.select({ id: people.id }).from(people).where(eq(people.email, email));
  const principal = person === undefined ? null : await principals.find(person.id);
  if (principal === null) return;
  const { homeOrganizationId: home, user } = principal;
  await kit.database.withTenant([home], (tx) =>
    tx.audit(home, { action: 'account.sign_in_failed', subject: user.id }),
  );
}

async function noteSignIn(kit: Kit, principals: Principals, personId: string): Promise<void> {
  currentTrace().actor = personId;
  const principal = await principals.find(personId);
  // Somebody without an organisation has an account and nothing to see: to them it is as if they had none.
  if (principal === null) throw wrongSignIn();
  await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.audit(principal.homeOrganizationId, { action: 'account.sign_in', subject: personId }),
  );
}
