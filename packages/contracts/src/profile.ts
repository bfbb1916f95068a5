import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import { quoteSchema } from './research.ts';
import { confidenceSchema, engineSchema } from './taxonomy.ts';

/** What one wants to know of a company beside its AI. */
export const profileAspectSchema = z.enum([
  'description',
  'size',
  'funding',
  'business_model',
  'tech_stack',
  'pain_point',
  'automation',
]);
export type ProfileAspect = z.infer<typeof profileAspectSchema>;

/** One thing the pages say about the company, in their words. */
export const profileStatementSchema = z.object({
  /** Stable over runs: the same statement of the same aspect has the same key. */
  key: z.string(),
  aspect: profileAspectSchema,
  text: z.string(),
  /** The AI use case an opportunity to automate belongs to, when the passage names one. */
  useCaseId: z.string().nullable(),
  quotes: z.array(quoteSchema),
  confidence: confidenceSchema,
});
export type ProfileStatement = z.infer<typeof profileStatementSchema>;

/** A statement as the screen shows it: what a person wrote stands before what was found, and survives the next run. */
export const shownStatementSchema = profileStatementSchema.extend({
  useCaseName: localizedTextSchema.nullable(),
  /** Null: as found. `text` null: a person struck it out. */
  edit: z.object({ text: z.string().nullable(), by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type ShownStatement = z.infer<typeof shownStatementSchema>;

export const clientProfileSchema = z
  .object({
    clientId: z.uuid(),
    clientName: z.string(),
    runId: z.uuid().nullable(),
    readAt: z.iso.datetime().nullable(),
    engine: engineSchema.nullable(),
    industry: z.object({ id: z.string(), name: localizedTextSchema }).nullable(),
    employees: z.number().nullable(),
    statements: z.array(shownStatementSchema),
  })
  .meta({ id: 'ClientProfile' });
export type ClientProfile = z.infer<typeof clientProfileSchema>;

/** Changes a statement (`key` of it), strikes it out (`text` null), restores it (`restore`), or adds one (a new key). */
export const editProfileSchema = z.object({
  key: z.string().min(1).max(100),
  aspect: profileAspectSchema,
  text: z.string().trim().min(1).max(1_000).nullable(),
  restore: z.boolean().default(false),
});
export type EditProfile = z.infer<typeof editProfileSchema>;
