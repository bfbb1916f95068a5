import { z } from 'zod';
import { languageSchema } from './language.ts';
import { engineSchema } from './taxonomy.ts';

export const objectionCategorySchema = z.enum([
  'price',
  'security',
  'lock_in',
  'timing',
  'competitor',
  'quality',
  'authority',
  'need',
  'migration',
]);
export type ObjectionCategory = z.infer<typeof objectionCategorySchema>;

export const replyToneSchema = z.enum(['assertive', 'consultative', 'empathetic']);
export type ReplyTone = z.infer<typeof replyToneSchema>;

/** Words a reply rests on, with where they stand. */
export const replySourceSchema = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  url: z.string().nullable(),
  quote: z.string(),
  asOf: z.string().nullable(),
});
export type ReplySource = z.infer<typeof replySourceSchema>;

export const objectionReplySchema = z.object({
  tone: replyToneSchema,
  /** Ends what it states with `[number]` of a source. */
  text: z.string(),
});
export type ObjectionReply = z.infer<typeof objectionReplySchema>;

/** A reply that colleagues approved for everybody. */
export const libraryReplySchema = z
  .object({
    id: z.uuid(),
    category: objectionCategorySchema,
    language: languageSchema,
    text: z.string(),
    status: z.enum(['proposed', 'approved', 'rejected']),
    proposedBy: z.string(),
    /** Proposed by the one who looks: somebody else has to approve it. */
    mine: z.boolean(),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable(),
    uses: z.number().int(),
    worked: z.number().int(),
    failed: z.number().int(),
    /** Share of the rated uses that worked, with Wilson's 95 % interval; null before the first rating. */
    success: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'LibraryReply' });
export type LibraryReply = z.infer<typeof libraryReplySchema>;

/** Words that worked against an objection of the same kind. */
export const provenReplySchema = z.object({
  /** The objection they answered. */
  objectionId: z.uuid(),
  objection: z.string(),
  sent: z.string(),
  /** Said to the client who objects now. */
  sameClient: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ProvenReply = z.infer<typeof provenReplySchema>;

export const objectionSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid().nullable(),
    text: z.string(),
    language: languageSchema,
    /** Surest first; shares add up to 1. Empty when the words fit none. */
    guesses: z.array(z.object({ category: objectionCategorySchema, share: z.number() })),
    category: objectionCategorySchema.nullable(),
    /** A person chose the category. */
    corrected: z.boolean(),
    replies: z.array(objectionReplySchema),
    sources: z.array(replySourceSchema),
    engine: engineSchema,
    /** Earlier objections of this kind by the same client. */
    before: z.number().int(),
    /** What worked against this kind before, this client's first; at most three. */
    proven: z.array(provenReplySchema),
    sent: z.string().nullable(),
    libraryReplyId: z.uuid().nullable(),
    outcome: z.enum(['worked', 'failed']).nullable(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Objection' });
export type Objection = z.infer<typeof objectionSchema>;

export const raiseObjectionSchema = z.object({
  text: z.string().trim().min(2).max(4_000),
  clientId: z.uuid().nullable(),
});
export type RaiseObjection = z.infer<typeof raiseObjectionSchema>;

/** What a person makes of it: another category, the words that went out, and whether they worked. */
export const answerObjectionSchema = z.object({
  category: objectionCategorySchema.optional(),
  sent: z.string().trim().min(1).max(6_000).optional(),
  libraryReplyId: z.uuid().nullable().optional(),
  outcome: z.enum(['worked', 'failed']).nullable().optional(),
});
export type AnswerObjection = z.infer<typeof answerObjectionSchema>;

export const proposeReplySchema = z.object({
  category: objectionCategorySchema,
  language: languageSchema,
  text: z.string().trim().min(10).max(4_000),
});
export type ProposeReply = z.infer<typeof proposeReplySchema>;

export const decideReplySchema = z.object({
  status: z.enum(['approved', 'rejected']),
  reason: z.string().trim().max(500),
});
export type DecideReply = z.infer<typeof decideReplySchema>;
