import type { Role, SignInStep, SignUp } from '@tokenholic/contracts';
import { currentTrace, type Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { readPerson, VERIFICATION_SECONDS } from '../../adapters/accounts/auth.ts';
import {
  alreadyMember,
  linkNotValid,
  setupCodeWrong,
  setupFirst,
  weakPassword,
} from '../../domain/account-failures.ts';
import { limits } from '../../domain/attempts.ts';
import { clientNameKey } from '../../domain/client-name.ts';
import { sameSecret } from '../../domain/link-token.ts';
import { weaknessOf } from '../../domain/password-strength.ts';
import { organizations } from '../../tables.ts';
import { people } from '../../tables-accounts.ts';
import { acceptInvitation, findInvitation } from './invitations.ts';
import { addMember } from './provision-organization.ts';

/** Roles of who sets the installation up: everything there is on the vendor's side. */
const OWNER_ROLES: readonly Role[] = ['platform_admin', 'sales_manager'];

/** Refuses passwords that are too easily guessed, and those that came out in breaches. */
export async function checkPassword(
  { breached }: Pick<Accounts, 'breached'>,
  password: string,
  about: readonly string[],
): Promise<void> {
  const weakness = weaknessOf(password, about);
  if (weakness !== null) throw weakPassword(weakness);
  for (const list of breached) if (await list.isBreached(password)) throw weakPassword('breached');
}

/**
 * Makes an account: as the owner of a new installation, on an invitation, or for an organisation of one's own, which waits
 * for the address to be verified. Says the same whether or not the address has an account.
 */
export async function signUp(
  kit: Kit,
  accounts: Accounts,
  address: string,
  input: SignUp,
): Promise<SignInStep['next']> {
  await accounts.attempts.reserve(limits.signUpByAddress, address);
  await checkPassword(accounts, input.password, [input.name, input.email.split('@')[0] ?? '']);
  if (input.invitation !== undefined) return joinOrganization(kit, accounts, input, input.invitation);
  if (await accounts.needsSetup()) return setUp(kit, accounts, input);
  await accounts.attempts.reserve(limits.mailByEmail, input.email);
  await createPerson(accounts, input, uuidv7());
  await sendVerification(accounts, input.email);
  return 'verify';
}

async function createPerson(
  accounts: Accounts,
  input: SignUp,
  organizationId: string | null,
): Promise<string> {
  const { name, email, password, language } = input;
  const organization =
    organizationId === null ? {} : { organizationId, organizationName: input.organizationName ?? input.name };
  const { user } = await accounts.auth.api.signUpEmail({
    body: { name, email, password, language, ...organization },
  });
  return user.id;
}

/** Sends the link that verifies an address, when there is an account that waits for it. */
export async function sendVerification(accounts: Accounts, email: string): Promise<void> {
  const [person] = await accounts.db.select().from(people).where(eq(people.email, email));
  const { createEmailVerificationToken } = await import('better-auth/api');
  const token = await createEmailVerificationToken(accounts.secret, email, undefined, VERIFICATION_SECONDS);
  if (person === undefined || person.emailVerified) return;
  await accounts.post(readPerson(person), { kind: 'verify' }, `/verify?token=${token}`);
}

async function isTaken(accounts: Accounts, email: string): Promise<boolean> {
  const rows = await accounts.db.select({ id: people.id }).from(people).where(eq(people.email, email));
  return rows.length > 0;
}

/** An invitation's link came by mail, so the address counts as verified. */
async function joinOrganization(
  kit: Kit,
  accounts: Accounts,
  input: SignUp,
  token: string,
): Promise<SignInStep['next']> {
  const invitation = await findInvitation(kit, token);
  if (invitation === null || invitation.email !== input.email) throw linkNotValid();
  if (await isTaken(accounts, input.email)) throw alreadyMember();
  await withPerson(accounts, input, (id) => acceptInvitation(kit, invitation, { id, name: input.name }));
  return 'signed_in';
}

/** Who reads the server's log owns the installation, so the address counts as verified. */
async function setUp(kit: Kit, accounts: Accounts, input: SignUp): Promise<SignInStep['next']> {
  if (input.setupCode === undefined) throw setupFirst();
  if (!sameSecret(input.setupCode, accounts.setupCode)) throw setupCodeWrong();
  if (await isTaken(accounts, input.email)) throw alreadyMember();
  const organizationId = uuidv7();
  const name = input.organizationName ?? input.name;
  await withPerson(accounts, input, (id) =>
    kit.database.withTenant([organizationId], async (tx) => {
      await tx.db.insert(organizations).values({
        ...{ organizationId, kind: 'vendor', name, nameKey: clientNameKey(name) },
        ...{ createdBy: id, createdAt: kit.now() },
      });
      await addMember(tx, { id, name: input.name }, organizationId, OWNER_ROLES);
      await tx.audit(organizationId, { action: 'installation.set_up', subject: id });
    }),
  );
  return 'signed_in';
}

/** Makes an account whose address counts as verified, and takes it away again when the rest does not succeed. */
async function withPerson(
  accounts: Accounts,
  input: SignUp,
  work: (id: string) => Promise<void>,
): Promise<void> {
  const id = await createPerson(accounts, input, null);
  const [made] = await accounts.db.select({ id: people.id }).from(people).where(eq(people.id, id));
  // Somebody was faster with the same address: the library answers with a person who does not exist.
  if (made === undefined) throw alreadyMember();
  currentTrace().actor = id;
  try {
    await work(id);
  } catch (error) {
    await accounts.db.delete(people).where(eq(people.id, id));
    throw error;
  }
  await accounts.db.update(people).set({ emailVerified: true }).where(eq(people.id, id));
}
