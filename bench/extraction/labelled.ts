import { readFileSync } from 'node:fs';
import { standingSchema } from '@tokenholic/contracts';
import { z } from 'zod';

const schema = z.array(
  z.object({
    id: z.string(),
    language: z.enum(['zh', 'en']),
    kind: z.string(),
    client: z.string(),
    text: z.string(),
    expected: z.array(
      z.object({
        useCaseId: z.string(),
        providerId: z.string().nullable(),
        /** As the text writes it. */
        model: z.string().nullable(),
        standing: standingSchema,
      }),
    ),
  }),
);

export type LabelledPassage = z.infer<typeof schema>[number];

/** Passages written for this measurement, each with what a careful reader finds in it. Nothing in the product reads them. */
export const labelledPassages = (): LabelledPassage[] =>
  schema.parse(JSON.parse(readFileSync(new URL('./labelled.json', import.meta.url), 'utf8')));
