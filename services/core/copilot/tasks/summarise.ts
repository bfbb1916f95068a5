import { languageSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';

const happenedSchema = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  client: z.string(),
  title: z.string(),
  text: z.string(),
  weight: z.number(),
  at: z.iso.datetime(),
});
export type Happened = z.infer<typeof happenedSchema>;

const inputSchema = z.object({ language: languageSchema, events: z.array(happenedSchema).max(60) });
type Input = z.infer<typeof inputSchema>;

const outputSchema = z.object({
  sentences: z
    .array(z.object({ text: z.string().min(1).max(300), eventIds: z.array(z.string()).min(1).max(10) }))
    .max(6),
});
type Output = z.infer<typeof outputSchema>;

const MOST_SENTENCES = 4;

/** What happened while somebody was away, in a few sentences that each point to their events. */
export const summariseTask = defineTask<Input, Output>({
  name: 'copilot.summarise',
  version: 1,
  tier: 'fast',
  timeoutMilliseconds: 15_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ language, events }) => ({
    instructions: [
      `You tell an account manager in ${language === 'zh' ? 'Simplified Chinese' : 'English'} what happened with their clients.`,
      `At most ${MOST_SENTENCES} short sentences, the most pressing first. Each sentence is about one client, names it, and lists the ids of its events.`,
      'Say nothing that the events do not say. Repeat no number that is not in the cited events.',
    ].join('\n'),
    material: events.map(({ id, client, title, text, at }) => ({
      label: id,
      text: `${at} ${client}: ${title}. ${text}`,
    })),
    question: 'What should the account manager know first?',
  }),
  rules: (input) => ({ sentences: sentencesByRule(input) }),
  accept: ({ sentences }, { events }) => ({
    sentences: sentences.filter((sentence) => stands(sentence, events)),
  }),
});

/** One sentence a client: the weightiest event says it, the others are counted. */
function sentencesByRule({ language, events }: Input): Output['sentences'] {
  const byClient = new Map<string, Happened[]>();
  for (const event of events) byClient.set(event.clientId, [...(byClient.get(event.clientId) ?? []), event]);
  return [...byClient.values()]
    .map((list) => [...list].sort((a, b) => b.weight - a.weight || b.at.localeCompare(a.at)))
    .sort((a, b) => sum(b) - sum(a))
    .slice(0, MOST_SENTENCES)
    .flatMap((list) => {
      const [first, ...others] = list;
      if (first === undefined) return [];
      const more = others.length;
      const text =
        language === 'zh'
          ? `${first.client}：${first.title}${more > 0 ? `，另有 ${more} 件动态` : ''}。`
          : `${first.client}: ${first.title}${more > 0 ? `, and ${more} more` : ''}.`;
      return [{ text, eventIds: list.slice(0, 10).map(({ id }) => id) }];
    });
}

const sum = (events: readonly Happened[]) => events.reduce((total, { weight }) => total + weight, 0);

/** Its events exist, are of one client, and carry every number it says. */
function stands({ text, eventIds }: Output['sentences'][number], events: readonly Happened[]): boolean {
  const cited = events.filter(({ id }) => eventIds.includes(id));
  if (cited.length !== new Set(eventIds).size || new Set(cited.map(({ clientId }) => clientId)).size !== 1)
    return false;
  const said = cited.map(({ client, title, text: body }) => `${client} ${title} ${body}`).join(' ');
  return numbersIn(text).every((number) => numbersIn(said).includes(number));
}

/** The figures of a text, thousands separators aside. */
export function numbersIn(text: string): string[] {
  return (text.replace(/(\d)[,，](?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).map(String);
}
