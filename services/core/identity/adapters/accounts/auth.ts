import type { Language } from '@tokenholic/contracts';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { MailKind } from '../../domain/mails.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../domain/password-strength.ts';
import {
  credentials,
  people,
  secondFactors,
  sessions,
  signingKeys,
  verifications,
} from '../../tables-accounts.ts';
import type { AccountsDatabase } from './database.ts';
import { hashPassword, isOldHash, verifyPassword } from './passwords.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  language: Language;
  organizationId: string | null;
  organizationName: string | null;
}

export interface AuthOptions {
  db: AccountsDatabase;
  /** Where browsers reach this installation. */
  address: string;
  secret: string;
  post(to: { email: string; language: Language }, mail: MailKind, path: string): Promise<void>;
  /** Runs before an address counts as verified; must do nothing the second time. */
  onVerified(person: Person): Promise<void>;
  onPasswordReset(person: Person): Promise<void>;
}

const HOUR = 3_600;
export const VERIFICATION_SECONDS = HOUR;
const DAY = 24 * HOUR;
/** How long a token is good for, in seconds. */
export const TOKEN_SECONDS = HOUR;

/** The authentication library, told about our tables, passwords, mail and time limits; loaded where there are accounts. Only adapters and commands of accounts call it. */
export async function createAuth(options: AuthOptions) {
  const [{ betterAuth }, { drizzleAdapter }, { jwt, twoFactor }] = await Promise.all([
    import('better-auth'),
    import('better-auth/adapters/drizzle'),
    import('better-auth/plugins'),
  ]);
  return betterAuth({
    appName: 'Tokenholic',
    baseURL: options.address,
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Limits are counted in the database by ourselves, for our own routes; the library's own handler is not mounted.
    rateLimit: { enabled: false },
    database: drizzleAdapter(options.db, {
      provider: 'pg',
      schema: {
        ...{ user: people, session: sessions, account: credentials },
        ...{ verification: verifications, twoFactor: secondFactors, jwks: signingKeys },
      },
    }),
    advanced: {
      cookiePrefix: 'tokenholic',
      useSecureCookies: options.address.startsWith('https:'),
      database: { generateId: () => uuidv7() },
    },
    user: {
      additionalFields: {
        language: { type: 'string', required: true },
        organizationId: { type: 'string', required: false },
        organizationName: { type: 'string', required: false },
      },
    },
    session: { expiresIn: 7 * DAY, updateAge: HOUR },
    // Whoever reads the table cannot use the links in it.
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR,
      password: { hash: hashPassword, verify: (given) => verifyAndRenew(options.db, given) },
      sendResetPassword: ({ user, token }) =>
        options.post(readPerson(user), { kind: 'reset' }, `/reset?token=${token}`),
      onPasswordReset: ({ user }) => options.onPasswordReset(readPerson(user)),
      onExistingUserSignUp: async ({ user }) => {
        if (user.emailVerified)
          await options.post(readPerson(user), { kind: 'already_signed_up' }, '/sign-in');
      },
    },
    emailVerification: {
      expiresIn: VERIFICATION_SECONDS,
      sendOnSignUp: false,
      beforeEmailVerification: (user) => options.onVerified(readPerson(user)),
    },
    plugins: [
      twoFactor({ issuer: 'Tokenholic', accountLockout: { enabled: true } }),
      jwt({
        disableSettingJwtHeader: true,
        // A key signs for a month; for a day after it, far longer than its last token lives, it is still published.
        jwks: {
          keyPairConfig: { alg: 'RS256', modulusLength: 2_048 },
          rotationInterval: 30 * DAY,
          gracePeriod: DAY,
        },
        jwt: { issuer: options.address, audience: options.address, expirationTime: '1h' },
      }),
    ],
  });
}

/** Checks a password; what was hashed with older settings is hashed anew while it is known. */
async function verifyAndRenew(
  db: AccountsDatabase,
  { hash, password }: { hash: string; password: string },
): Promise<boolean> {
  const isRight = await verifyPassword(hash, password);
  if (isRight && isOldHash(hash)) {
    const renewed = await hashPassword(password);
    await db.update(credentials).set({ password: renewed }).where(eq(credentials.password, hash));
  }
  return isRight;
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/** Our fields of one of the library's users: what it hands to a hook is typed without them. */
export function readPerson(user: {
  id: string;
  name: string;
  email: string;
  language?: unknown;
  organizationId?: unknown;
  organizationName?: unknown;
}): Person {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    ...{ id: user.id, name: user.name, email: user.email },
    language: user.language === 'en' ? 'en' : 'zh',
    organizationId: text(user.organizationId),
    organizationName: text(user.organizationName),
  };
}
