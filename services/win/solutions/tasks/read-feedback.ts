import { type FeedbackPoint, feedbackPointSchema, wishSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import type { Named } from '../domain/refine/names.ts';
import { readFeedback } from '../domain/refine/read-feedback.ts';
import { isInstruction } from '../domain/verify/verify.ts';

const inputSchema = z.object({ feedback: z.string() });
const readPointSchema = z.object({ quote: z.string().min(2).max(400), wish: wishSchema });
const outputSchema = z.object({ points: z.array(feedbackPointSchema).max(60) });
export type ReadPoints = z.infer<typeof outputSchema>;

/**
 * Finds the points of a client's feedback. A point needs words of the feedback to stand on and may only name models and
 * products that exist; figures count only when the words hold them. Without a model the rules read.
 */
export function readFeedbackTask(things: readonly Named[]) {
  const nameOf = new Map(things.map(({ id, name }) => [id, name]));
  return defineTask<z.infer<typeof inputSchema>, ReadPoints>({
    name: 'solutions.read_feedback',
    version: 1,
    tier: 'fast',
    timeoutMilliseconds: 30_000,
    input: inputSchema,
    output: outputSchema,
    prompt: ({ feedback }) => ({
      instructions: [
        'You read the points out of free-text feedback on a proposal. A point is one thing to change or to answer.',
        'Kinds: exclude or prefer (with the id of a model or product), cheaper, budget (cnyPerYear), days (working days), self_host, shorter, topic (a question to answer).',
        'Quote the words of the feedback each point is read from, exactly. reads: the point in a few words, zh and en. start: 0. Number ids p1, p2, ….',
        `Ids: ${things.map(({ id, name }) => `${id} (${name.en})`).join(', ')}.`,
      ].join('\n'),
      material: [{ label: 'feedback', text: feedback }],
      question: 'Which points does this feedback make?',
    }),
    rules: ({ feedback }) => ({ points: readFeedback(feedback, things) }),
    accept: ({ points }, { feedback }) => ({
      points: points.flatMap((point, at) => {
        const { quote, wish } = readPointSchema.parse(point);
        const start = feedback.indexOf(quote);
        if (start < 0 || isInstruction(quote)) return [];
        if ('id' in wish && !nameOf.has(wish.id)) return [];
        const figure = 'days' in wish ? wish.days : 'cnyPerYear' in wish ? wish.cnyPerYear : null;
        if (figure !== null && !/\d|[一二两三四五六七八九十]/.test(quote)) return [];
        return [{ ...point, id: `p${at + 1}`, start } satisfies FeedbackPoint];
      }),
    }),
  });
}
