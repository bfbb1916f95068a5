import {
  draftKindSchema,
  draftToneSchema,
  languageSchema,
  lifecycleStageSchema,
} from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { composeDraft } from '../domain/compose-draft.ts';
import { numbersIn } from './summarise.ts';

export const draftInputSchema = z.object({
  kind: draftKindSchema,
  tone: draftToneSchema,
  language: languageSchema,
  intent: z.string(),
  author: z.string(),
  client: z.string(),
  stage: lifecycleStageSchema,
  /** What can be won, already written out as money; null without a map. */
  opportunity: z.string().nullable(),
  openTasks: z.array(z.string()),
  events: z.array(z.object({ id: z.string(), at: z.string(), title: z.string(), text: z.string() })),
});
export type DraftInput = z.infer<typeof draftInputSchema>;

export const draftOutputSchema = z.object({
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(6_000),
});
export type DraftOutput = z.infer<typeof draftOutputSchema>;

/** An e-mail, an agenda or a hand-off note from what is known of the client. */
export const writeDraftTask = defineTask<DraftInput, DraftOutput>({
  name: 'copilot.write_draft',
  version: 1,
  tier: 'standard',
  timeoutMilliseconds: 30_000,
  input: draftInputSchema,
  output: draftOutputSchema,
  prompt: (input) => ({
    instructions: [
      `You draft ${NAMES[input.kind]} in ${input.language === 'zh' ? 'Simplified Chinese' : 'English'}, in a ${input.tone} tone, for ${input.author} of Alibaba Cloud.`,
      input.kind === 'handoff_note'
        ? 'Colleagues read it: say what is agreed, what is open, and what to watch.'
        : 'The client reads it: say nothing internal, such as health, scores or how much can be won.',
      'Use only what the material says. Write no figure, name or date that is not in it. Plain text, no Markdown.',
    ].join('\n'),
    material: [
      { label: 'client', text: `${input.client}, stage: ${input.stage}` },
      ...(input.kind === 'handoff_note' && input.opportunity !== null
        ? [{ label: 'opportunity', text: `${input.opportunity} a year` }]
        : []),
      ...input.openTasks.map((text) => ({ label: 'open task', text })),
      ...input.events.map(({ at, title, text }) => ({ label: at, text: `${title}. ${text}` })),
      ...(input.intent === '' ? [] : [{ label: 'what the author wants to say', text: input.intent }]),
    ],
    question: 'Write the subject and the body.',
  }),
  rules: composeDraft,
  accept: (output, input) => (figuresStand(output, input) ? output : composeDraft(input)),
});

const NAMES = { email: 'an e-mail', agenda: 'a meeting agenda', handoff_note: 'a hand-off note' };

/** Every figure of the draft, numbering aside, is one of the material. */
function figuresStand({ subject, body }: DraftOutput, input: DraftInput): boolean {
  const known = new Set(
    numbersIn(
      [
        input.client,
        input.intent,
        input.opportunity ?? '',
        ...input.openTasks,
        ...input.events.flatMap(({ at, title, text }) => [at, title, text]),
      ].join(' '),
    ),
  );
  return numbersIn(`${subject} ${body}`).every((number) => known.has(number) || Number(number) <= 12);
}
