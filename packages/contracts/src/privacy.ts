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
      }),
    ),
  })
  .meta({ id: 'PrivacyRegistry' });
export type PrivacyRegistry = z.infer<typeof privacyRegistrySchema>;

export const erasureReceiptSchema = z
  .object({
    id: z.uuid(),
    subject: z.object({ kind: z.enum(['organization', 'person']), id: z.uuid() }),
    requestedBy: z.uuid(),
    requestedAt: z.iso.datetime(),
    /** Every store that was gone through; `erased` is null where there is nothing to count. */
    stores: z.array(
      z.object({
        kind: z.enum(['table', 'files', 'jobs', 'memory', 'keys', 'store']),
        name: z.string(),
        erased: z.number().int().nullable(),
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
  z.object({ what: z.literal('data'), organizationId: z.uuid() }),
]);
export type RotateKeys = z.infer<typeof rotateKeysSchema>;

export const rotatedKeysSchema = z
  .object({
    what: z.enum(['root', 'data']),
    /** Keys wrapped anew, or rows sealed anew. */
    changed: z.number().int(),
  })
  .meta({ id: 'RotatedKeys' });
export type RotatedKeys = z.infer<typeof rotatedKeysSchema>;
