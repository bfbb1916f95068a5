import { z } from 'zod';
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
  'objection.answered': {
    1: z.object({
      objectionId: z.uuid(),
      category: objectionCategorySchema.nullable(),
      outcome: z.enum(['worked', 'failed']),
    }),
  },
} as const;
