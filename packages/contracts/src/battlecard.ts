import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import { providerGroupSchema, sourceReferenceSchema } from './taxonomy.ts';

export const battlecardSchema = z
  .object({
    competitorId: z.string(),
    name: localizedTextSchema,
    group: providerGroupSchema,
    points: z.array(
      z.object({
        id: z.string(),
        dimension: localizedTextSchema,
        ours: localizedTextSchema.nullable(),
        theirs: localizedTextSchema.nullable(),
        /** Who is ahead here. */
        side: z.enum(['alibaba', 'competitor', 'even', 'depends']),
        advice: localizedTextSchema.nullable(),
        source: sourceReferenceSchema,
        /** To be checked before it is said to a client. */
        stale: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Battlecard' });
export type Battlecard = z.infer<typeof battlecardSchema>;
