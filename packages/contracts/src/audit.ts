import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** Who did what, with what was before and after. Entries are only ever added. */
export const auditEntrySchema = z
  .object({
    id: z.uuid(),
    /** Place in the organisation's chain, from 1. */
    place: z.number().int().positive(),
    occurredAt: z.iso.datetime(),
    actor: z.string(),
    /** Null for who is known no longer, and for the product itself. */
    actorName: localizedTextSchema.nullable(),
    action: z.string(),
    subject: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditVerificationSchema = z
  .object({
    entries: z.number().int(),
    /** The first place at which the chain does not hold; null when it is whole. */
    brokenAt: z.number().int().nullable(),
    /** Hash of the last entry: noted elsewhere, it shows later that nothing was cut off or rewritten. */
    seal: z.string().nullable(),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof auditVerificationSchema>;

/** What of an audit trail is wanted; a day counts whole, in UTC. */
export const auditFilterSchema = z.object({
  search: z.string().max(120).default(''),
  actor: z.string().max(60).default(''),
  /** The beginning of an action: `account.` is everything about accounts. */
  action: z.string().max(60).default(''),
  from: z.union([z.iso.date(), z.literal('')]).default(''),
  to: z.union([z.iso.date(), z.literal('')]).default(''),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditExportSchema = auditFilterSchema.extend({ format: z.enum(['csv', 'json']) });

/** The actions and people that occur in a trail, for choosing among them. */
export const auditChoicesSchema = z
  .object({
    actions: z.array(z.string()),
    actors: z.array(z.object({ id: z.string(), name: localizedTextSchema.nullable() })),
  })
  .meta({ id: 'AuditChoices' });
export type AuditChoices = z.infer<typeof auditChoicesSchema>;

/** What an earlier report said and somebody kept elsewhere: a chain cut off at its end holds, but does not match it. */
export const auditNotedSchema = z.object({
  noted: z
    .array(
      z.object({ organizationId: z.uuid(), entries: z.number().int().min(0), seal: z.string().nullable() }),
    )
    .max(100_000)
    .default([]),
});
export type AuditNoted = z.infer<typeof auditNotedSchema>;

/** The trail of every organisation, checked anew. */
export const auditReportSchema = z
  .object({
    checkedAt: z.iso.datetime(),
    organizations: z.array(
      auditVerificationSchema.extend({
        organizationId: z.uuid(),
        /** An earlier report's length and seal are no longer found: entries were cut off or rewritten since. */
        differsFromNoted: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AuditReport' });
export type AuditReport = z.infer<typeof auditReportSchema>;
