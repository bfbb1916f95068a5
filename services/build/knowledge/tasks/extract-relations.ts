import { entityKindSchema, relationKindSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';

const entitySchema = z.object({ name: z.string().min(1).max(120), kind: entityKindSchema });
const relationSchema = z.object({
  subject: z.string(),
  relation: relationKindSchema,
  object: z.string(),
  /** The sentence that says so, word for word. */
  quote: z.string().min(1).max(600),
});
const input = z.object({ passage: z.string() });
const output = z.object({
  entities: z.array(entitySchema).max(40),
  relations: z.array(relationSchema).max(60),
});
export type ModelReading = z.infer<typeof output>;

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Drops whatever does not stand in the passage: names that are not there, sentences that are not there or name neither side. */
export function borneOut({ entities, relations }: ModelReading, passage: string): ModelReading {
  const text = squeezed(passage);
  const named = entities.filter(({ name }) => text.includes(squeezed(name)));
  const names = new Set(named.map(({ name }) => name));
  return {
    entities: named,
    relations: relations.filter(({ subject, object, quote }) => {
      const said = squeezed(quote);
      const both = [subject, object].every((name) => names.has(name) && said.includes(squeezed(name)));
      return both && subject !== object && text.includes(said);
    }),
  };
}

/** A model reads what a passage says of products, models, providers, use cases and companies. Rules have read it before: they add nothing here. */
export const extractRelations = defineTask({
  name: 'knowledge.extract_relations',
  version: 1,
  tier: 'fast',
  timeoutMilliseconds: 20_000,
  input,
  output,
  prompt: ({ passage }) => ({
    instructions:
      'Read a passage of a knowledge base about AI products. Name the products, models, providers, use cases, companies, prices and limits it speaks of, exactly as they are written there, and the relations between them. Each relation needs the sentence that says so, copied word for word. Leave out what is only implied.',
    material: [{ label: 'passage', text: passage }],
    question: 'Which things does the passage speak of, and what does it say of how they are related?',
  }),
  rules: () => ({ entities: [], relations: [] }),
  accept: (found, { passage }) => borneOut(found, passage),
});
