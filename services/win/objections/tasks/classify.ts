import { objectionCategorySchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { chosen } from '../domain/classify.ts';

const inputSchema = z.object({
  text: z.string(),
  /** What phrases, words and meaning say, surest first. */
  guesses: z.array(z.object({ category: objectionCategorySchema, share: z.number() })),
});
const outputSchema = z.object({ category: objectionCategorySchema.nullable() });

/** What kind of objection it is. A model names one kind or none; without one, the surest guess counts. */
export const classifyTask = defineTask<z.infer<typeof inputSchema>, z.infer<typeof outputSchema>>({
  name: 'objections.classify',
  version: 2,
  tier: 'fast',
  timeoutMilliseconds: 8_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ text }) => ({
    instructions: [
      'You name the kind of a sales objection a client raised against buying cloud AI.',
      'price: money. security: data, privacy, compliance. lock_in: dependence on one vendor, exit. timing: not now. competitor: another vendor. quality: accuracy, speed, stability. authority: somebody else decides. need: no need or no use. migration: effort or risk of moving.',
      'Name what is meant, not what is mentioned in passing. Null when it fits none.',
    ].join('\n'),
    material: [{ label: 'objection', text }],
    question: 'Which kind of objection is this?',
  }),
  rules: ({ guesses }) => ({ category: chosen(guesses) }),
});
