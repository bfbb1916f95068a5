import { readFileSync } from 'node:fs';
import { standingSchema } from '@tokenholic/contracts';
import { z } from 'zod';

const schema = z.array(
  z.object({
    id: z.string(),
    language: z.enum(['zh', 'en']),
    kind: z.string(),
    client: z.string(),
    /** Rules are written with the eyes on the tuning half only. */
    half: z.enum(['tuning', 'held_out']).default('tuning'),
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

const read = (file: string) => schema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

/** Passages written for this measurement, each with what a careful reader finds in it. Nothing in the product reads them. */
export function labelledSets(): { name: string; passages: LabelledPassage[] }[] {
  const long = read('./labelled-long.json');
  return [
    { name: 'short', passages: read('./labelled.json') },
    { name: 'long, tuning half', passages: long.filter(({ half }) => half === 'tuning') },
    { name: 'long, held out', passages: long.filter(({ half }) => half === 'held_out') },
  ];
}
