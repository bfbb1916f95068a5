import { z } from 'zod';
import { permissionSchema, roleSchema } from './identity.ts';
import { languageSchema } from './language.ts';

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
const nameSchema = z.string().trim().min(1).max(80);
const passwordSchema = z.string().max(128);
const secretSchema = z.string().min(1).max(2_000);

/** How one gets in: without accounts (demo), by making the first one (setup), or by signing in. */
export const entrySchema = z.object({ mode: z.enum(['demo', 'setup', 'accounts']) }).meta({ id: 'Entry' });
export type Entry = z.infer<typeof entrySchema>;

export const signUpSchema = z
  .object({
    name: nameSchema,
    email: emailSchema,
    password: passwordSchema,
    language: languageSchema,
    /** The organisation to make; with an invitation one joins that one instead. */
    organizationName: z.string().trim().min(1).max(120).optional(),
    invitation: secretSchema.optional(),
    /** From the log of the server's start; makes the owner of the installation. */
    setupCode: secretSchema.optional(),
  })
  .meta({ id: 'SignUp' });
export type SignUp = z.infer<typeof signUpSchema>;

export const signInSchema = z
  .object({ email: emailSchema, password: passwordSchema, remember: z.boolean().default(true) })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signInSchema>;

/** What comes next: a look into the mailbox, a code, or nothing because one is signed in. */
export const signInStepSchema = z
  .object({ next: z.enum(['verify', 'two_factor', 'signed_in']) })
  .meta({ id: 'SignInStep' });
export type SignInStep = z.infer<typeof signInStepSchema>;

export const secondFactorSchema = z
  .object({ code: z.string().trim().min(6).max(20), kind: z.enum(['totp', 'recovery']) })
  .meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof secondFactorSchema>;

export const linkTokenSchema = z.object({ token: secretSchema });
export const resetPasswordSchema = linkTokenSchema.extend({ password: passwordSchema });
export const mailRequestSchema = z.object({ email: emailSchema });

export const accountSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    language: languageSchema,
    twoFactor: z.boolean(),
    roles: z.array(roleSchema),
    organization: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['vendor', 'client']) }),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof accountSchema>;

export const updateAccountSchema = z.object({ name: nameSchema, language: languageSchema });
export type UpdateAccount = z.infer<typeof updateAccountSchema>;
export const changePasswordSchema = z.object({ current: passwordSchema, password: passwordSchema });
export const passwordOnlySchema = z.object({ password: passwordSchema });

export const twoFactorSetupSchema = z
  .object({
    /** `otpauth://` address for an authenticator app. */
    uri: z.string(),
    /** The same secret to type in by hand. */
    secret: z.string(),
    recoveryCodes: z.array(z.string()),
  })
  .meta({ id: 'TwoFactorSetup' });
export type TwoFactorSetup = z.infer<typeof twoFactorSetupSchema>;
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
export const totpCodeSchema = z.object({ code: z.string().trim().min(6).max(8) });

/** One try to sign in to the own account, the latest first. */
export const signInsSchema = z.object({
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      outcome: z.enum(['signed_in', 'wrong_password']),
    }),
  ),
});
export type SignIns = z.infer<typeof signInsSchema>;

/** What an organisation asks of how its people sign in. */
export const signInPolicySchema = z
  .object({ administratorsNeedSecondStep: z.boolean() })
  .meta({ id: 'SignInPolicy' });
export type SignInPolicy = z.infer<typeof signInPolicySchema>;

export const accountSessionSchema = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    /** As the browser named itself. */
    device: z.string(),
    address: z.string(),
    startedAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'AccountSession' });
export type AccountSession = z.infer<typeof accountSessionSchema>;

export const memberSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(roleSchema),
    twoFactor: z.boolean(),
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof memberSchema>;

export const invitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    roles: z.array(roleSchema),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    status: z.enum(['open', 'accepted', 'expired', 'revoked']),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitationSchema>;

export const membersSchema = z
  .object({
    organization: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['vendor', 'client']) }),
    members: z.array(memberSchema),
    invitations: z.array(invitationSchema),
    /** Roles the asking person may give and take. */
    grantable: z.array(roleSchema),
    policy: signInPolicySchema,
  })
  .meta({ id: 'Members' });
export type Members = z.infer<typeof membersSchema>;

export const rolesSchema = z.array(roleSchema).min(1).max(5);
export const inviteSchema = z
  .object({ email: emailSchema, roles: rolesSchema, language: languageSchema })
  .meta({ id: 'Invite' });
export type Invite = z.infer<typeof inviteSchema>;

/** What the link of an invitation shows before one has an account. */
export const openInvitationSchema = z
  .object({
    organizationName: z.string(),
    email: z.string(),
    invitedBy: z.string(),
    roles: z.array(roleSchema),
  })
  .meta({ id: 'OpenInvitation' });
export type OpenInvitation = z.infer<typeof openInvitationSchema>;

export const outboxMailSchema = z
  .object({
    id: z.uuid(),
    to: z.string(),
    subject: z.string(),
    /** Null once it was handed to the mail server. */
    body: z.string().nullable(),
    status: z.enum(['waiting', 'delivered', 'failed']),
    error: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'OutboxMail' });
export type OutboxMail = z.infer<typeof outboxMailSchema>;

export const outboxSchema = z
  .object({
    /** Whether a mail server is configured; without one mail is read here. */
    delivers: z.boolean(),
    items: z.array(outboxMailSchema),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Outbox' });
export type OutboxPage = z.infer<typeof outboxSchema>;

export const apiKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** How the key begins; the rest is known only to who was shown it. */
    prefix: z.string(),
    scopes: z.array(permissionSchema),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;

export const serviceAccountsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        roles: z.array(roleSchema),
        /** What its keys may be allowed. */
        scopes: z.array(permissionSchema),
        keys: z.array(apiKeySchema),
      }),
    ),
    /** Roles a new service may be given by the asking person. */
    roles: z.array(roleSchema),
  })
  .meta({ id: 'ServiceAccounts' });
export type ServiceAccounts = z.infer<typeof serviceAccountsSchema>;

export const createServiceAccountSchema = z.object({ name: nameSchema, roles: rolesSchema });
export type CreateServiceAccount = z.infer<typeof createServiceAccountSchema>;
export const createApiKeySchema = z.object({
  name: nameSchema,
  scopes: z.array(permissionSchema).min(1),
  days: z.number().int().min(1).max(365),
});
export type CreateApiKey = z.infer<typeof createApiKeySchema>;
export const createdApiKeySchema = z
  .object({
    /** The whole key, shown this once. */
    key: z.string(),
    made: apiKeySchema,
  })
  .meta({ id: 'CreatedApiKey' });
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

export const issuedTokenSchema = z
  .object({ accessToken: z.string(), tokenType: z.literal('Bearer'), expiresIn: z.number().int() })
  .meta({ id: 'IssuedToken' });
export type IssuedToken = z.infer<typeof issuedTokenSchema>;

/** Public keys that tokens are checked with (RFC 7517). Nothing but these fields leaves the server. */
export const publicKeysSchema = z
  .object({
    keys: z.array(
      z.object({
        ...{ kid: z.string(), kty: z.literal('RSA'), alg: z.literal('RS256'), use: z.literal('sig') },
        ...{ n: z.string(), e: z.string() },
      }),
    ),
  })
  .meta({ id: 'PublicKeys' });
