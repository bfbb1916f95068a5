import { languageSchema, suggestionRuleSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';

const wordsSchema = z.object({
  key: z.string().max(200),
  title: z.string().min(1).max(80),
  reason: z.string().min(1).max(300),
  step: z.string().min(1).max(300),
});
export type CoachWords = z.infer<typeof wordsSchema>;

const inputSchema = z.object({
  language: languageSchema,
  suggestions: z
    .array(wordsSchema.extend({ rule: suggestionRuleSchema, evidence: z.array(z.string().max(200)).max(5) }))
    .max(20),
});
type Input = z.infer<typeof inputSchema>;

const outputSchema = z.object({ suggestions: z.array(wordsSchema).max(20) });
type Output = z.infer<typeof outputSchema>;

/**
 * Words for suggestions that rules have found and counted. The model says them better; what there is to say, every figure
 * and the evidence stay those of the rules.
 */
export const wordCoachingTask = defineTask<Input, Output>({
  name: 'performance.word_coaching',
  version: 1,
  tier: 'fast',
  timeoutMilliseconds: 15_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ language, suggestions }) => ({
    instructions: [
      `You coach a colleague in sales or customer success, in ${language === 'zh' ? 'Simplified Chinese' : 'English'}: warm, plain, to the point, no flattery.`,
      'For each suggestion write a title, the reason and one step that can be taken this week. Keep its key. Add no suggestion.',
      'The reason keeps every figure of the given reason as it stands. Write no other figure, name or date than those given.',
    ].join('\n'),
    material: suggestions.map(({ key, title, reason, step, evidence }) => ({
      label: key,
      text: [`title: ${title}`, `reason: ${reason}`, `step: ${step}`, ...evidence].join('\n'),
    })),
    question: 'Say each suggestion in your own words.',
  }),
  rules: ({ suggestions }) => ({
    suggestions: suggestions.map(({ key, title, reason, step }) => ({ key, title, reason, step })),
  }),
  accept: ({ suggestions }, input) => ({
    suggestions: input.suggestions.flatMap((given) => {
      const said = suggestions.find(({ key }) => key === given.key);
      return said !== undefined && figuresStand(said, given) ? [said] : [];
    }),
  }),
});

/** The reason says every figure of the rules' reason, and nothing says one that the rules did not count. */
function figuresStand(said: CoachWords, given: Input['suggestions'][number]): boolean {
  const known = figuresIn([given.title, given.reason, given.step, ...given.evidence].join(' '));
  const told = figuresIn(said.reason);
  return (
    figuresIn(given.reason).every((figure) => told.includes(figure)) &&
    figuresIn(`${said.title} ${said.reason} ${said.step}`).every((figure) => known.includes(figure))
  );
}

const figuresIn = (text: string): string[] =>
  (text.replace(/(\d)[,，](?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).map(String);
