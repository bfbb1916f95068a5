import { readFileSync } from 'node:fs';
import { standingSchema } from '@tokenholic/contracts';
import { z } from 'zod';

const schema = z.array(
  z.object({
    id: z.string(),
    language: z.enum(['zh', 'en']),
    kind: z.string(),
    client: z.string(),
    /** Where a passage was written for two purposes: all but those of `heldOutSets` are development material today. */
    half: z.enum(['tuning', 'held_out', 'fresh']).default('tuning'),
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

/** Case pages, reports, openings and news as they are usually written, by a fourth hand: odd numbers to develop by, even ones held out. */
const natural = (remainder: 0 | 1) =>
  read('./labelled-natural.json').filter(({ id }) => Number(id.slice(-2)) % 2 === remainder);

export interface LabelledSet {
  name: string;
  passages: LabelledPassage[];
}

/** Passages written for this measurement, each with what a careful reader finds in it. Nothing in the product reads them. */
export function developmentSets(): LabelledSet[] {
  const long = read('./labelled-long.json');
  return [
    { name: 'short', passages: read('./labelled.json') },
    { name: 'long, tuning half', passages: long.filter(({ half }) => half === 'tuning') },
    { name: 'long, second half', passages: long.filter(({ half }) => half === 'held_out') },
    { name: 'more', passages: read('./labelled-more.json') },
    { name: 'fresh', passages: read('./labelled-fresh.json') },
    { name: 'varied, tuning half', passages: read('./labelled-varied-tuning.json') },
    { name: 'varied, half for checking', passages: read('./labelled-varied-check.json') },
    { name: 'by another hand', passages: read('./labelled-development.json') },
    { name: 'as pages tell it, odd', passages: natural(1) },
  ];
}

/**
 * Passages that no rule was written for: written and labelled by `LABELLING.md` without sight of the rules, and never looked
 * at one by one. A reader who improves the rules by their errors must write and label new ones first.
 */
export function heldOutSets(): LabelledSet[] {
  return [
    { name: 'held out', passages: read('./labelled-held-out.json') },
    { name: 'held out, as pages tell it', passages: natural(0) },
  ];
}
