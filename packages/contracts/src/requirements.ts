import { z } from 'zod';
import { languageSchema } from './language.ts';

export const requirementSectionSchema = z.enum(['situation', 'pain', 'wish', 'constraint', 'question']);
export type RequirementSection = z.infer<typeof requirementSectionSchema>;

/** What the client said of an item: it is right, it is to read otherwise, it is wrong, or the answer to a question. */
export const requirementAnswerSchema = z.object({
  kind: z.enum(['right', 'changed', 'wrong', 'answered']),
  text: z.string().trim().max(2_000),
});
export type RequirementAnswer = z.infer<typeof requirementAnswerSchema>;

export const requirementItemSchema = z.object({
  id: z.uuid(),
  section: requirementSectionSchema,
  text: z.string().trim().min(1).max(2_000),
  /** Found on pages, asked because no page says it, written by a colleague, or added by the client. */
  origin: z.enum(['evidence', 'open', 'person', 'client']),
  /** Where it was found; what the client is shown of it is title and address. */
  source: z.object({ title: z.string(), url: z.string().nullable(), quote: z.string() }).nullable(),
  answer: requirementAnswerSchema.nullable(),
});
export type RequirementItem = z.infer<typeof requirementItemSchema>;

const linkSchema = z.object({
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  views: z.number().int(),
});

export const requirementDraftSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    clientName: z.string(),
    language: languageSchema,
    status: z.enum(['draft', 'sent', 'returned']),
    items: z.array(requirementItemSchema),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    link: linkSchema.nullable(),
    returned: z.object({ by: z.string(), at: z.iso.datetime(), comment: z.string() }).nullable(),
  })
  .meta({ id: 'RequirementDraft' });
export type RequirementDraft = z.infer<typeof requirementDraftSchema>;

const MOST_ITEMS = 200;

export const saveRequirementsSchema = z.object({
  items: z.array(requirementItemSchema.pick({ id: true, section: true, text: true })).max(MOST_ITEMS),
});
export type SaveRequirements = z.infer<typeof saveRequirementsSchema>;

/** The draft as the client sees it: no colleague's name, no quotes. */
export const sentRequirementsSchema = z
  .object({
    clientName: z.string(),
    language: languageSchema,
    expiresAt: z.iso.datetime(),
    returned: z.boolean(),
    items: z.array(
      requirementItemSchema
        .pick({ id: true, section: true, text: true, origin: true, answer: true })
        .extend({ source: z.object({ title: z.string(), url: z.string().nullable() }).nullable() }),
    ),
  })
  .meta({ id: 'SentRequirements' });
export type SentRequirements = z.infer<typeof sentRequirementsSchema>;

export const returnRequirementsSchema = z.object({
  name: z.string().trim().min(1).max(100),
  comment: z.string().trim().max(4_000),
  answers: z.array(requirementAnswerSchema.extend({ itemId: z.uuid() })).max(MOST_ITEMS),
  added: z
    .array(z.object({ section: requirementSectionSchema, text: z.string().trim().min(1).max(2_000) }))
    .max(50),
});
export type ReturnRequirements = z.infer<typeof returnRequirementsSchema>;
