import { boolean, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sealedText } from './adapters/accounts/sealed-text.ts';

const accounts = pgSchema('accounts');
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Keys of the columns are those better-auth knows; the names in the database are ours. */
export const people = accounts.table('people', {
  id: uuid('id').primaryKey(),
  name: sealedText('name', { table: 'accounts.people' }).notNull(),
  email: sealedText('email', { table: 'accounts.people', lookUp: true }).notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  language: text('language', { enum: ['zh', 'en'] })
    .notNull()
    .default('zh'),
  organizationId: uuid('organization_id'),
  organizationName: text('organization_name'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const sessions = accounts.table('sessions', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  token: text('token').notNull().unique(),
  expiresAt: moment('expires_at').notNull(),
  ipAddress: sealedText('ip_address', { table: 'accounts.sessions' }),
  userAgent: sealedText('user_agent', { table: 'accounts.sessions' }),
  /** When the password was last given again. */
  confirmedAt: moment('confirmed_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const credentials = accounts.table('credentials', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const verifications = accounts.table('verifications', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const secondFactors = accounts.table('second_factors', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
});

export const attempts = accounts.table('attempts', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowEndsAt: moment('window_ends_at').notNull(),
});

/** Hashes of what people who went to another installation could come back with. */
export const departed = accounts.table('departed', {
  mark: text('mark').primaryKey(),
  address: text('address').notNull(),
  departedAt: moment('departed_at').notNull().defaultNow(),
});

export const mails = accounts.table('mails', {
  id: uuid('id').primaryKey(),
  recipient: sealedText('recipient', { table: 'accounts.mails', lookUp: true }).notNull(),
  subject: sealedText('subject', { table: 'accounts.mails' }).notNull(),
  body: sealedText('body', { table: 'accounts.mails' }),
  status: text('status', { enum: ['waiting', 'delivered', 'failed'] }).notNull(),
  attempts: integer('attempts').notNull().default(0),
  nextAt: moment('next_at').notNull(),
  error: sealedText('error', { table: 'accounts.mails' }),
  createdAt: moment('created_at').notNull(),
});

export const signingKeys = accounts.table('signing_keys', {
  id: uuid('id').primaryKey(),
  publicKey: text('public_key').notNull(),
  privateKey: text('private_key').notNull(),
  alg: text('alg'),
  crv: text('crv'),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
});
