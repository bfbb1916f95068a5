import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';

export const roleSchema = z.enum([
  'owner',
  'admin',
  'config_manager',
  'developer',
  'member',
  'viewer',
  'sales_agent',
  'sales_manager',
  'presales_engineer',
  'onboarding_specialist',
  'support_specialist',
  'success_manager',
  'sales_specialist',
  'platform_admin',
]);
export type Role = z.infer<typeof roleSchema>;

/** What the routes of today ask for; the permission matrix in core/identity says which role has it. */
export const permissionSchema = z.enum([
  'account.use',
  'members.manage',
  'keys.manage',
  'privacy.export',
  'privacy.erase',
  'privacy.manage',
  'installation.manage',
  'client.read',
  'client.write',
  'research.run',
  'map.edit',
  'copilot.use',
  'client.handoff',
  'deal.read',
  'deal.write',
  'client.assign',
  'audit.read',
  'settings.manage',
  'system.operate',
  'knowledge.read',
  'knowledge.write',
  'approval.use',
  'approval.rules',
  'performance.own',
  'performance.team',
]);
export type Permission = z.infer<typeof permissionSchema>;

export const userSchema = z
  .object({
    id: z.uuid(),
    name: localizedTextSchema,
    roles: z.array(roleSchema),
    permissions: z.array(permissionSchema),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

export const sessionSchema = z
  .object({
    demo: z.boolean(),
    user: userSchema,
    /** Demo mode only: who else one can look through the eyes of. */
    demoUsers: z.array(userSchema),
    /** Demo mode only: the sample clients are being made at this moment, more will appear. */
    samplesArriving: z.boolean(),
    version: z.string(),
    /** Until when two-step sign-in must be on; absent when it is on or nobody asks for it. */
    secondStepDue: z.iso.datetime().optional(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

export const clientNameSchema = z.string().trim().min(1).max(120);
export const webAddressSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine((value) => /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value), 'must be an http(s) address');

/** Places outside that research looks at by itself; each can be left out. */
export const publicSourceSchema = z.enum([
  'reference',
  'wikidata',
  'wikipedia',
  'github',
  'news',
  'jobs',
  'filings',
  'social',
  'search',
]);
export type PublicSource = z.infer<typeof publicSourceSchema>;

/** What the seller already has when asking for research. */
export const researchInputSchema = z
  .object({
    website: webAddressSchema.nullable(),
    links: z.array(webAddressSchema).max(50),
    /** Free text pasted or typed: what the seller already knows. */
    notes: z.string().max(500_000),
    /** Ids of materials already uploaded for this client. */
    materialIds: z.array(z.uuid()).max(50),
    language: languageSchema,
    /** False: only what was given is read, nothing is looked up outside. */
    publicSources: z.boolean().default(true),
    /** Public sources to leave out; absent: none. */
    skipSources: z.array(publicSourceSchema).max(10).optional(),
    /** True: sources that are still fresh are read again too; absent: what was read of them is reused. */
    reread: z.boolean().optional(),
  })
  .meta({ id: 'ResearchInput' });
export type ResearchInput = z.infer<typeof researchInputSchema>;

export const clientSchema = z
  .object({
    /** A client is an organisation: this id is the `organizationId` of everything that belongs to it. */
    id: z.uuid(),
    name: z.string(),
    website: z.string().nullable(),
    sample: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof clientSchema>;

export const createClientSchema = z
  .object({
    /** Chosen by the caller (UUID v7), so that a repeated request creates one client. */
    id: z.uuid(),
    name: clientNameSchema,
    website: webAddressSchema.nullable(),
    /** Null: the client is created quietly and research starts when asked for (files come first). */
    research: researchInputSchema.nullable(),
    /** Set after the user was shown that a client of this name exists and wants a second one. */
    allowDuplicateName: z.boolean().default(false),
  })
  .meta({ id: 'CreateClient' });
export type CreateClient = z.infer<typeof createClientSchema>;
