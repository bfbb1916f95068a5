import { type ActionItem, actionItemSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { actionItems } from '../domain/notes/action-items.ts';

const inputSchema = z.object({ text: z.string(), day: z.iso.date() });
const outputSchema = z.object({ actions: z.array(actionItemSchema).max(20) });

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

/** What was promised in a meeting. A quote that does not stand in the notes takes its item with it. */
export const actionItemsTask = defineTask<z.infer<typeof inputSchema>, { actions: ActionItem[] }>({
  name: 'deals.action_items',
  version: 1,
  tier: 'fast',
  timeoutMilliseconds: 20_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ text, day }) => ({
    instructions: [
      'You read notes or a transcript of a meeting between a cloud vendor and a client and list what somebody promised or was asked to do.',
      `The meeting was on ${day}. Dates as YYYY-MM-DD; null when none was set.`,
      'quote: the exact words, copied. who: the name as it stands in the notes, or null. title: a short task in the language of the notes.',
      'Nothing that was only wished for, considered or already done.',
    ].join('\n'),
    material: [{ label: 'notes', text: text.slice(0, 60_000) }],
    question: 'Which action items are there?',
  }),
  rules: ({ text, day }) => ({ actions: actionItems(text, day) }),
  accept: ({ actions }, { text }) => ({
    actions: actions.filter(
      ({ quote }) => quote.trim().length >= 4 && squeezed(text).includes(squeezed(quote).trim()),
    ),
  }),
});
