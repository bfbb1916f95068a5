import { languageSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { fitsFrame } from '../domain/frame.ts';

const inputSchema = z.object({
  language: languageSchema,
  /** Who the customer is, in a sentence; somebody may have written it. */
  customer: z.string(),
  mood: z.number(),
  /** What the customer does, decided by the talk's rules; `text` is how the rules would say it. */
  moves: z.array(z.object({ id: z.string(), text: z.string() })).min(1),
  /** The talk so far, newest last. */
  talk: z.array(z.object({ speaker: z.enum(['seller', 'customer']), text: z.string() })),
  /** The reply in the words of the rules. */
  plain: z.string(),
});
export type PlayInput = z.infer<typeof inputSchema>;
const outputSchema = z.object({ text: z.string().min(1).max(1_200) });

/**
 * Plays the customer inside the frame that the talk's rules set: the model chooses the words, never what is told, doubted or
 * agreed. What leaves the frame is replaced by the rules' own words, which are also what is said without a model.
 */
export const playCustomerTask = defineTask<PlayInput, z.infer<typeof outputSchema>>({
  name: 'roleplay.play_customer',
  version: 2,
  tier: 'fast',
  timeoutMilliseconds: 12_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ language, customer, mood, moves, talk }) => ({
    instructions: [
      'You play a customer in a sales practice talk. Who the customer is stands in the material.',
      `Speak ${language === 'zh' ? 'Chinese' : 'English'} only, as people speak, in one to four sentences. Mood: ${mood} of 100 (below 30 curt, above 70 warm).`,
      'Do exactly what the moves say, in their order, in words of your own that fit what the seller just said. Keep every figure. Ask every question they ask.',
      'Add no fact, figure, name, consent, question or promise of your own. Never coach the seller and never step out of the part.',
    ].join('\n'),
    material: [
      { label: 'customer', text: customer },
      { label: 'moves', text: moves.map(({ id, text }) => `${id}: ${text}`).join('\n') },
      { label: 'talk', text: talk.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n') },
    ],
    question: 'What does the customer say now?',
  }),
  rules: ({ plain }) => ({ text: plain }),
  accept: ({ text }, input) => ({ text: fitsFrame(text, input) ? text.trim() : input.plain }),
});
