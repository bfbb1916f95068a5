import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** Where data of organisations and people lives. */
export const privacyRegistrySchema = z
  .object({
    items: z.array(
      z.object({
        /** Table, with its service's schema in front. */
        name: z.string(),
        /** Whose its rows are: an organisation's, a person's, or nobody's. */
        scope: z.enum(['organization', 'person', 'none']),
        holds: z.enum(['people', 'contacts', 'content', 'activity', 'security', 'technical']).nullable(),
        /** Why it is nobody's. */
        reason: z.string().nullable(),
        exported: z.boolean(),
        /** Columns left out of an export: secrets. */
        hidden: z.array(z.string()),
        /** How a contact, a person at a client, is found in it; null where no organisation owns it. */
        contact: z.enum(['own', 'record', 'copy', 'named', 'events', 'consents', 'kept', 'none']).nullable(),
      }),
    ),
  })
  .meta({ id: 'PrivacyRegistry' });
export type PrivacyRegistry = z.infer<typeof privacyRegistrySchema>;

/** Rows gone, emptied but standing for figures, freed of names and words, or kept for a reason. */
export const erasureDoneSchema = z.enum(['deleted', 'emptied', 'replaced', 'kept']);
export type ErasureDone = z.infer<typeof erasureDoneSchema>;

export const erasureReceiptSchema = z
  .object({
    id: z.uuid(),
    subject: z.object({
      kind: z.enum(['organization', 'person']),
      id: z.uuid(),
      /** The client whose contact the person was; null for one of our own people. */
      clientId: z.uuid().nullable(),
    }),
    requestedBy: z.uuid(),
    requestedAt: z.iso.datetime(),
    /** Every store that was gone through; `erased` is null where there is nothing to count. */
    stores: z.array(
      z.object({
        kind: z.enum(['table', 'files', 'jobs', 'memory', 'keys', 'store']),
        name: z.string(),
        erased: z.number().int().nullable(),
        /** What was done there; absent on receipts from before this was noted. */
        done: erasureDoneSchema.optional(),
        /** Why something stays. */
        why: localizedTextSchema.optional(),
      }),
    ),
    /** Length and last hash of the audit trail that went with an organisation. */
    auditSeal: z.object({ entries: z.number().int(), seal: z.string() }).nullable(),
    /** When it was last made sure that work under way had written nothing more; null while that goes on. */
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ErasureReceipt' });
export type ErasureReceipt = z.infer<typeof erasureReceiptSchema>;

export const receiptsSchema = z.object({ items: z.array(erasureReceiptSchema) });
export const eraseOrganizationSchema = z.object({ confirmName: z.string().trim().min(1).max(120) });

/** A file or document in which somebody is named. */
export const namingFileSchema = z.object({
  store: z.enum(['deal_files', 'materials', 'imports', 'mails', 'knowledge']),
  id: z.string(),
  name: z.string(),
  /** Names can be taken out of it; otherwise it goes whole. */
  rewritable: z.boolean(),
});
export type NamingFile = z.infer<typeof namingFileSchema>;

/** Where a contact stands, before anything is done about it. */
export const contactTracesSchema = z
  .object({
    contactId: z.uuid(),
    name: z.string(),
    /** Somebody else here has the same name: in texts that lead to nobody by id or address it stays. */
    nameShared: z.boolean(),
    stores: z.array(
      z.object({
        name: z.string(),
        rows: z.number().int(),
        done: erasureDoneSchema,
        why: localizedTextSchema.optional(),
      }),
    ),
    files: z.array(namingFileSchema),
  })
  .meta({ id: 'ContactTraces' });
export type ContactTraces = z.infer<typeof contactTracesSchema>;

export const eraseContactSchema = z.object({
  /** Typed by a person, so that nobody erases the wrong one. */
  confirmName: z.string().trim().min(1).max(120),
  /** Files that name the person are kept for this reason, which stands on the receipt; absent: they go too. */
  keepFilesBecause: z.string().trim().min(3).max(300).optional(),
});
export type EraseContact = z.infer<typeof eraseContactSchema>;

/** Somebody who left, whose name still stands in what they did. */
export const formerPersonSchema = z.object({
  id: z.uuid(),
  name: localizedTextSchema,
  leftAt: z.iso.datetime(),
});
export type FormerPerson = z.infer<typeof formerPersonSchema>;
export const formerPeopleSchema = z.object({ items: z.array(formerPersonSchema) });

/** How personal data is sealed at rest. */
export const keySurveySchema = z
  .object({
    columns: z.array(z.object({ table: z.string(), column: z.string(), lookUp: z.boolean() })),
    /** Keys of keys, the newest first: who keeps each, and how many keys it wraps. */
    roots: z.array(
      z.object({
        version: z.number().int(),
        keeper: z.string(),
        wraps: z.number().int(),
        createdAt: z.iso.datetime(),
      }),
    ),
    organizations: z.number().int(),
    /** Organisations of which nothing is plain any longer. */
    sealed: z.number().int(),
    /** Organisations that keep an older key beside the newest. */
    rotating: z.number().int(),
  })
  .meta({ id: 'KeySurvey' });
export type KeySurvey = z.infer<typeof keySurveySchema>;

export const rotateKeysSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('root') }),
  /** Accounts, sessions and mails, which belong to no organisation. */
  z.object({ what: z.literal('installation') }),
  z.object({ what: z.literal('data'), organizationId: z.uuid() }),
]);
export type RotateKeys = z.infer<typeof rotateKeysSchema>;

export const rotatedKeysSchema = z
  .object({
    what: z.enum(['root', 'installation', 'data']),
    /** Keys wrapped anew, or rows sealed anew. */
    changed: z.number().int(),
  })
  .meta({ id: 'RotatedKeys' });
export type RotatedKeys = z.infer<typeof rotatedKeysSchema>;
