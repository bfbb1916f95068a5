import { personaTraitKeySchema, personaTraitValues } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { readClaims } from '../domain/reading/claims.ts';
import { isProtected } from '../domain/reading/protected.ts';

/** Traits that words can speak of; the others are counted. */
const READ = [
  'formality',
  'proof',
  'decision_style',
  'risk',
  'buying_role',
  'priority',
  'pain',
  'likely_objection',
];
const MOST_EXCERPTS = 40;
const LONGEST_EXCERPT = 1_500;

const claimSchema = z.object({
  key: personaTraitKeySchema,
  value: z.string(),
  activityId: z.string(),
  /** Words of that excerpt, exactly. */
  quote: z.string().min(2).max(200),
});
const inputSchema = z.object({
  excerpts: z.array(
    z.object({ id: z.string(), text: z.string(), form: z.enum(['letter', 'speech', 'page']) }),
  ),
});
const outputSchema = z.object({ claims: z.array(claimSchema).max(400) });
type Input = z.infer<typeof inputSchema>;

/**
 * What a person's own words say about how they communicate and decide. A model may only choose from closed lists and must quote;
 * a claim whose quote does not stand in its excerpt is dropped, and so is everything that touches protected matters. Counts and
 * confidence are worked out in code either way. Without a model phrases in both languages are read.
 */
export const readTraitsTask = defineTask<Input, z.infer<typeof outputSchema>>({
  name: 'personas.read_traits',
  version: 1,
  tier: 'standard',
  timeoutMilliseconds: 60_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ excerpts }) => ({
    instructions: [
      'You read what one business contact wrote or said, and note what it shows about how they communicate and decide.',
      'One claim for each excerpt, trait and value that the words really show; most excerpts show little. Quote the telling words exactly, at most 160 characters.',
      ...READ.map((key) => `${key}: ${personaTraitValues[personaTraitKeySchema.parse(key)].join(', ')}.`),
      'decision_style follows the Social Styles of Merrill and Reid: analytical asks for facts and method, driving for results and speed, amiable for agreement of people, expressive for vision.',
      'pain: a topic they suffer from. likely_objection: what they hold back because of.',
      'Never note or imply anything about health, religion, politics, ethnicity, family, sexuality, age or union membership.',
    ].join('\n'),
    material: shown(excerpts).map(({ id, text }) => ({ label: id, text: text.slice(0, LONGEST_EXCERPT) })),
    question: 'Which claims do these excerpts carry?',
  }),
  rules: ({ excerpts }) => ({ claims: shown(excerpts).flatMap(readClaims).slice(0, 400) }),
  accept: ({ claims }, { excerpts }) => ({
    claims: claims.filter(({ key, value, activityId, quote }) => {
      const excerpt = excerpts.find(({ id }) => id === activityId);
      const values: readonly string[] = personaTraitValues[key];
      return (
        READ.includes(key) &&
        values.includes(value) &&
        excerpt !== undefined &&
        excerpt.text.includes(quote) &&
        !isProtected(quote)
      );
    }),
  }),
});

/** The latest, as many as a model reads with care. */
const shown = (excerpts: Input['excerpts']) =>
  excerpts.filter(({ form }) => form !== 'page').slice(-MOST_EXCERPTS);
