import { z } from 'zod';

/** Who did what, with what was before and after. Entries are only ever added. */
export const auditEntrySchema = z
  .object({
    id: z.uuid(),
    /** Place in the organisation's chain, from 1. */
    place: z.number().int().positive(),
    occurredAt: z.iso.datetime(),
    actor: z.string(),
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
