import type { AccountSession, RecoveryCodes, TwoFactorSetup, UpdateAccount } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { readPerson } from '../../adapters/accounts/auth.ts';
import { failureCode } from '../../adapters/accounts/requests.ts';
import { twoFactorOn, wrongCode, wrongPassword } from '../../domain/account-failures.ts';
import { limits } from '../../domain/attempts.ts';
import { sealedUsers } from '../../sealed.ts';
import { users } from '../../tables.ts';
import { people, sessions } from '../../tables-accounts.ts';
import { checkPassword } from './sign-up.ts';

/** What one does with the own account. `headers` carry the session: the library checks it once more. */
export interface OwnAccount {
  kit: Kit;
  accounts: Accounts;
  principal: Principal;
  headers: Headers;
}

const audit = ({ kit, principal }: OwnAccount, action: string) =>
  kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.audit(principal.homeOrganizationId, { action, subject: principal.user.id }),
  );

export async function findPerson({ accounts, principal }: Pick<OwnAccount, 'accounts' | 'principal'>) {
  const [person] = await accounts.db.select().from(people).where(eq(people.id, principal.user.id));
  if (person === undefined) throw notFound();
  return person;
}

export async function updateAccount({ kit, accounts, principal }: OwnAccount, input: UpdateAccount) {
  await kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const names = { nameZh: input.name, nameEn: input.name };
    const sealed = await tx.seal(sealedUsers, principal.homeOrganizationId, names);
    await tx.db.update(users).set(sealed).where(eq(users.id, principal.user.id));
    // Without the names: the chain cannot be changed when a person is erased.
    await tx.audit(principal.homeOrganizationId, { action: 'account.rename', subject: principal.user.id });
  });
  await accounts.db.update(people).set(input).where(eq(people.id, principal.user.id));
}

/** Runs something that needs the current password; wrong ones are counted. */
async function withPassword<T>({ accounts, principal }: OwnAccount, work: () => Promise<T>): Promise<T> {
  await accounts.attempts.reserve(limits.passwordByPerson, principal.user.id);
  try {
    const result = await work();
    await accounts.attempts.forget(limits.passwordByPerson, principal.user.id);
    return result;
  } catch (error) {
    const code = await failureCode(error);
    if (code === null) throw error;
    if (code === 'TOTP_ALREADY_ENABLED') throw twoFactorOn();
    throw wrongPassword();
  } finally {
    accounts.forgetSessions();
  }
}

/** Changes the password, signs other devices out and says so by mail. */
export async function changePassword(
  own: OwnAccount,
  { current, password }: { current: string; password: string },
): Promise<Headers> {
  const person = await findPerson(own);
  await checkPassword(own.accounts, password, [person.name, person.email.split('@')[0] ?? '']);
  const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
  const { headers } = await withPassword(own, () =>
    own.accounts.auth.api.changePassword({ body, headers: own.headers, returnHeaders: true }),
  );
  await own.accounts.post(readPerson(person), { kind: 'password_changed' }, '/forgot');
  await audit(own, 'account.change_password');
  return headers;
}

/** Begins two-step sign-in: it is on once a first code has been entered. */
export async function startTwoFactor(own: OwnAccount, password: string): Promise<TwoFactorSetup> {
  const made = await withPassword(own, () =>
    own.accounts.auth.api.enableTwoFactor({ body: { password }, headers: own.headers }),
  );
  if (made.method !== 'totp') throw new Error('Two-step sign-in was not set up with an app');
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
  return { uri: made.totpURI, secret, recoveryCodes: made.backupCodes };
}

export async function confirmTwoFactor(own: OwnAccount, code: string): Promise<Headers> {
  await own.accounts.attempts.reserve(limits.passwordByPerson, own.principal.user.id);
  try {
    const { headers } = await own.accounts.auth.api.verifyTOTP({
      ...{ body: { code }, headers: own.headers, returnHeaders: true },
    });
    await sayTwoFactor(own, true);
    return headers;
  } catch (error) {
    if ((await failureCode(error)) === null) throw error;
    throw wrongCode();
  } finally {
    own.accounts.forgetSessions();
  }
}

export async function stopTwoFactor(own: OwnAccount, password: string): Promise<Headers> {
  const { headers } = await withPassword(own, () =>
    own.accounts.auth.api.disableTwoFactor({ body: { password }, headers: own.headers, returnHeaders: true }),
  );
  await sayTwoFactor(own, false);
  return headers;
}

/** Gives the password again: for some minutes this session may do what cannot be undone. */
export async function confirmPassword(own: OwnAccount, password: string): Promise<void> {
  const { accounts, headers, kit } = own;
  await withPassword(own, () => accounts.auth.api.verifyPassword({ body: { password }, headers }));
  const current = await accounts.signedIn.find({ cookie: headers.get('cookie') ?? '' });
  if (current === null) throw notFound();
  await accounts.db
    .update(sessions)
    .set({ confirmedAt: kit.now() })
    .where(eq(sessions.id, current.sessionId));
  await audit(own, 'account.confirm_password');
}

async function sayTwoFactor(own: OwnAccount, on: boolean): Promise<void> {
  const person = readPerson(await findPerson(own));
  await own.accounts.post(person, { kind: 'two_factor_changed', on }, '/account');
  await audit(own, on ? 'account.two_factor_on' : 'account.two_factor_off');
}

/** New recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(own: OwnAccount, password: string): Promise<RecoveryCodes> {
  const made = await withPassword(own, () =>
    own.accounts.auth.api.generateBackupCodes({ body: { password }, headers: own.headers }),
  );
  await audit(own, 'account.renew_recovery_codes');
  return { recoveryCodes: made.backupCodes };
}

/** Where one is signed in, the latest first. */
export async function listSessions({
  kit,
  accounts,
  principal,
  headers,
}: OwnAccount): Promise<AccountSession[]> {
  const current = await accounts.signedIn.find({ cookie: headers.get('cookie') ?? '' });
  const rows = await accounts.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, principal.user.id), gt(sessions.expiresAt, kit.now())))
    .orderBy(desc(sessions.updatedAt));
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current?.sessionId,
    device: row.userAgent ?? '',
    address: row.ipAddress ?? '',
    startedAt: row.createdAt.toISOString(),
    seenAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** Ends one of the own sessions, or with null every one but the current. */
export async function endSessions(own: OwnAccount, sessionId: string | null): Promise<void> {
  const { accounts, principal, headers } = own;
  const current = await accounts.signedIn.find({ cookie: headers.get('cookie') ?? '' });
  const which =
    sessionId === null
      ? ne(sessions.id, current?.sessionId ?? principal.user.id)
      : eq(sessions.id, sessionId);
  const ended = await accounts.db
    .delete(sessions)
    .where(and(eq(sessions.userId, principal.user.id), which))
    .returning({ id: sessions.id });
  accounts.forgetSessions();
  if (sessionId !== null && ended.length === 0) throw notFound();
  await audit(own, 'account.end_sessions');
}
