import { z } from 'zod';

/** What somebody may be written to, called or studied for. */
export const consentPurposeSchema = z.enum([
  'marketing_email',
  'marketing_message',
  'marketing_call',
  'product_news',
  'reference',
  'profiling',
  'recording',
]);
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>;

export const consentSourceSchema = z.enum(['form', 'email', 'contract', 'call', 'event', 'import']);
export type ConsentSource = z.infer<typeof consentSourceSchema>;

/** An e-mail address or a telephone number. */
export const consentAddressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(254)
  .regex(/^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\+?[\d\s()-]{5,30})$/)
  // A number is one however it is written.
  .transform((text) => (text.includes('@') ? text : text.replace(/[\s()-]/g, '')));

export const recordConsentSchema = z.object({
  id: z.uuid(),
  address: consentAddressSchema,
  purpose: consentPurposeSchema,
  decision: z.enum(['given', 'withdrawn']),
  source: consentSourceSchema,
  /** Consent that nobody can show is none. */
  proof: z.string().trim().min(3).max(1_000),
  /** The day the person decided; absent: today. */
  decidedOn: z.iso.date().optional(),
  /** The last day on which it counts. */
  expiresOn: z.iso.date().nullable().default(null),
});
export type RecordConsent = z.input<typeof recordConsentSchema>;

export const consentSchema = z
  .object({
    id: z.uuid(),
    address: z.string(),
    purpose: consentPurposeSchema,
    decision: z.enum(['given', 'withdrawn']),
    source: consentSourceSchema,
    proof: z.string(),
    decidedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    recordedBy: z.uuid(),
    /** Whether it counts today: the newest of its address and purpose, given, and not run out. */
    counts: z.boolean(),
    /** A later decision of the same address and purpose stands. */
    superseded: z.boolean(),
  })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof consentSchema>;

/** Whether an address may be used for a purpose, and why. */
export const consentCheckSchema = z
  .object({
    allowed: z.boolean(),
    because: z.enum(['given', 'withdrawn', 'expired', 'never_asked', 'legitimate_interest']),
    since: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ConsentCheck' });
export type ConsentCheck = z.infer<typeof consentCheckSchema>;

/**
 * On what a purpose rests where nobody decided: consent that has to be asked for first, or an interest of ours that the person
 * may object to. Where the law knows no such interest (PIPL), only the first is lawful.
 */
export const lawfulBasisSchema = z.enum(['ask_first', 'legitimate_interest']);
export type LawfulBasis = z.infer<typeof lawfulBasisSchema>;

export const purposeBasisSchema = z.object({
  basis: lawfulBasisSchema,
  /** Why an interest of ours weighs more, as a balancing test would say it; needed for that basis. */
  because: z.string().trim().max(1_000),
});
export type PurposeBasis = z.infer<typeof purposeBasisSchema>;

export const consentPolicySchema = z
  .object({
    purposes: z.record(consentPurposeSchema, purposeBasisSchema),
    revision: z.number().int(),
    /** Null: nobody has changed what the product begins with. */
    changedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ConsentPolicy' });
export type ConsentPolicy = z.infer<typeof consentPolicySchema>;

export const setPurposeBasisSchema = purposeBasisSchema
  .extend({ purpose: consentPurposeSchema, revision: z.number().int() })
  .refine(({ basis, because }) => basis === 'ask_first' || because.length >= 10, {
    path: ['because'],
    message: 'An interest of ours has to be explained',
  });
export type SetPurposeBasis = z.infer<typeof setPurposeBasisSchema>;
