import { localizedTextSchema, type PracticeCriterion, practiceCriterionSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { verdictOf } from '../domain/rubric/judgement.ts';
import { standing } from '../domain/rubric/standing.ts';

const inputSchema = z.object({
  scenario: z.string(),
  level: z.string(),
  turns: z.array(z.object({ speaker: z.enum(['seller', 'customer']), text: z.string() })),
  /** The rules' result for each criterion. */
  points: z.array(
    z.object({
      criterion: practiceCriterionSchema,
      points: z.number(),
      quote: z.string().nullable(),
      turn: z.number().int().nullable(),
    }),
  ),
});
const judgementSchema = z.object({
  criterion: practiceCriterionSchema,
  verdict: z.enum(['missed', 'partly', 'met']),
  /** Index of the seller's turn the quote stands in. */
  turn: z.number().int(),
  /** The seller's words, exactly as they stand there. */
  quote: z.string().min(2).max(400),
  better: localizedTextSchema.nullable(),
});
const outputSchema = z.object({ judgements: z.array(judgementSchema).max(12) });

const MEANS: Readonly<Record<PracticeCriterion, string>> = {
  breadth: 'found out what matters: trouble, today’s way, volume, goal, decision, time',
  depth: 'followed up on what the customer had just said',
  playback: 'gave the customer’s own words back to check them',
  share: 'let the customer talk',
  answers: 'answered the customer’s questions to the point',
  concerns: 'settled objections with a way that fits them',
  empathy: 'acknowledged a concern before answering it',
  value: 'named the benefit in the customer’s own figures',
  claims: 'claimed nothing that cannot be borne out',
  brevity: 'was brief and free of jargon',
  step: 'proposed a next step with date and people and asked for agreement',
};

/** Judges a talk criterion by criterion. A judgement without the seller's own words behind it is dropped; points are computed in code. */
export const judgeTalkTask = defineTask<z.infer<typeof inputSchema>, z.infer<typeof outputSchema>>({
  name: 'roleplay.judge_talk',
  version: 2,
  tier: 'standard',
  timeoutMilliseconds: 60_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ scenario, level, turns, points }) => ({
    instructions: [
      `You judge a seller in a practice talk (${scenario}, ${level}). For each criterion say missed, partly or met.`,
      ...points.map(({ criterion }) => `${criterion}: ${MEANS[criterion]}`),
      'For each give the number of one of the seller’s turns and quote words from it exactly as they stand there.',
      'Judge what was meant, not which words occur. Lists of keywords, repeated lines and answers to something else are missed.',
      'When it is not met, give a better wording for this very talk in Chinese (zh) and English (en), in the seller’s voice, with no figure that nobody said; else null.',
    ].join('\n'),
    material: [
      {
        label: 'talk',
        text: turns.map(({ speaker, text }, index) => `${index} ${speaker}: ${text}`).join('\n'),
      },
    ],
    question: 'How did the seller do on each criterion?',
  }),
  rules: ({ points }) => ({
    judgements: points.flatMap(({ criterion, points: found, quote, turn }) =>
      quote === null || turn === null || quote.length < 2
        ? []
        : [{ criterion, verdict: verdictOf(found), turn, quote: quote.slice(0, 400), better: null }],
    ),
  }),
  accept: ({ judgements }, { turns }) => ({ judgements: standing(judgements, turns) }),
});
