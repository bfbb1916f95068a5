import type { Language } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { provisionOrganization } from '../../commands/account/provision-organization.ts';
import { limits } from '../../domain/attempts.ts';
import { type MailKind, writeMail } from '../../domain/mails.ts';
import type { BreachedPasswords, MailTransport } from '../../ports.ts';
import { users } from '../../tables.ts';
import { createOutbox, type Outbox } from '../mail/outbox.ts';
import type { Principals } from '../principals.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { type Auth, createAuth } from './auth.ts';
import { type Bearers, createBearers } from './bearers.ts';
import { type AccountsDatabase, createAccountsDatabase } from './database.ts';
import { createDeparted, type Departed } from './departed.ts';
import { ACCOUNTS_SECRET, installationSecret } from './installation-secret.ts';
import { sealOlder } from './seal-older.ts';
import { createSignedIn, type SignedIn } from './signed-in.ts';
import { createTokens, type Tokens } from './tokens.ts';

export interface AccountsOptions {
  /** Where browsers reach this installation, for the links in mails: `https://tokenholic.example.com`. */
  address: string;
  transport: MailTransport | null;
  /** Minutes without use after which a session ends; 0: none. */
  idleMinutes: number;
  /** Asked one after the other when somebody chooses a password. */
  breached: readonly BreachedPasswords[];
}

/** Everything the commands about accounts work on. */
export interface Accounts {
  auth: Auth;
  secret: string;
  db: AccountsDatabase;
  breached: readonly BreachedPasswords[];
  attempts: Attempts;
  outbox: Outbox;
  signedIn: SignedIn;
  tokens: Tokens;
  bearers: Bearers;
  departed: Departed;
  /** After anything that ends sessions: what was remembered of them no longer counts. */
  forgetSessions(): void;
  /** Text that makes the first account the owner of the installation; known to who reads the server's log. */
  setupCode: string;
  /** True until somebody owns the installation. */
  needsSetup(): Promise<boolean>;
  address: string;
  post(to: { email: string; language: Language }, mail: MailKind, path: string): Promise<void>;
}

/** Opens the accounts of this installation. */
export async function createAccounts(
  kit: Kit,
  principals: Principals,
  { address, transport, idleMinutes, breached }: AccountsOptions,
): Promise<Accounts> {
  const db = createAccountsDatabase(kit);
  await sealOlder(kit);
  const now = () => kit.now();
  const outbox = createOutbox({ db, transport, logger: kit.logger, now });
  const post: Accounts['post'] = (to, mail, path) =>
    outbox.post(writeMail(to.email, to.language, mail, address + path));
  const secret = await installationSecret(kit, ACCOUNTS_SECRET);
  const attempts = createAttempts(db, now);
  const auth = await createAuth({
    ...{ db, address, post, secret },
    onVerified: async (person) => {
      await provisionOrganization(kit, person);
      principals.forget();
    },
    onPasswordReset: async (person) => {
      // Whoever reads the mailbox is the owner of the account: a lock-out by others' guesses is over.
      await attempts.forget(limits.signInByEmail, person.email);
      await post(person, { kind: 'password_changed' }, '/forgot');
      const home = (await principals.find(person.id))?.homeOrganizationId;
      if (home === undefined) return;
      const entry = { action: 'account.reset_password', subject: person.id };
      await kit.database.withTenant([home], (tx) => tx.audit(home, entry));
    },
  });
  const tokens = createTokens(auth, address, now);
  const bearers = createBearers(kit, db, principals, tokens);
  const signedIn = createSignedIn(auth, db, { now, idleMinutes });
  const forgetHere = () => {
    signedIn.forget();
    bearers.forget();
  };
  // Ended in one process, ended in all: at once by announcement, and without it within seconds.
  kit.announcements.onAnnouncement('sessions', forgetHere);
  kit.announcements.onGap(forgetHere);
  let isSetUp = false;
  return {
    ...{ auth, secret, db, attempts, outbox, address, post, breached },
    tokens,
    bearers,
    departed: createDeparted(kit, db),
    signedIn,
    forgetSessions: () => {
      forgetHere();
      kit.announcements.announce('sessions');
    },
    setupCode: await installationSecret(kit, 'setup-code'),
    needsSetup: async () => {
      isSetUp ||= await hasOwner(kit);
      return !isSetUp;
    },
  };
}

async function hasOwner(kit: Kit): Promise<boolean> {
  const rows = await kit.database.withSystem(({ db }) =>
    db.select({ id: users.id }).from(users).where(eq(users.demo, false)).limit(1),
  );
  return rows.length > 0;
}
