import { z } from 'zod';
import { languageSchema, localizedTextSchema } from '../language.ts';
import { objectionCategorySchema } from '../objections.ts';

/** Topic `objection_events`: what clients object and whether the answer worked. Published by win/objections. */
export const objectionEvents = {
  'objection.raised': {
    1: z.object({
      objectionId: z.uuid(),
      category: objectionCategorySchema.nullable(),
      text: z.string(),
    }),
  },
  /** Of the vendor: a reply was put before colleagues. */
  'objection.reply_proposed': {
    1: z.object({
      replyId: z.uuid(),
      category: objectionCategorySchema,
      language: languageSchema,
      text: z.string(),
      by: z.object({ id: z.uuid(), name: localizedTextSchema }),
    }),
  },
  /** Decided in the library itself, not in the inbox of approvals. */
  'objection.reply_decided': {
    1: z.object({
      replyId: z.uuid(),
      status: z.enum(['approved', 'rejected']),
      reason: z.string(),
      by: z.object({ id: z.uuid(), name: localizedTextSchema }),
    }),
  },
  'objection.answered': {
    1: z.object({
      objectionId: z.uuid(),
      category: objectionCategorySchema.nullable(),
      outcome: z.enum(['worked', 'failed']),
    }),
  },
} as const;
