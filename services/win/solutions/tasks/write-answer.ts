import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { splitPassage } from '../domain/citations.ts';
import { faultOf, isInstruction } from '../domain/verify/verify.ts';

const passageSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
const inputSchema = z.object({ question: z.string(), passages: z.array(passageSchema).max(12) });

export const writtenSentenceSchema = z.object({
  zh: z.string().min(1).max(600),
  en: z.string().min(1).max(600),
  /** Ids of the passages that say so. */
  passages: z.array(z.string()).min(1).max(4),
  /** Words of one of them, exactly as they stand there. */
  quote: z.string().min(4).max(600),
});
const outputSchema = z.object({ sentences: z.array(writtenSentenceSchema).max(8) });
export type WrittenAnswer = z.infer<typeof outputSchema>;

/**
 * Answers a question from passages, each sentence with the passages it rests on. What a passage does not carry is taken
 * out again, whoever wrote it. Without a model the first sentence of each passage is the answer.
 */
export const writeAnswerTask = defineTask<z.infer<typeof inputSchema>, WrittenAnswer>({
  name: 'solutions.write_answer',
  version: 1,
  tier: 'standard',
  timeoutMilliseconds: 45_000,
  input: inputSchema,
  output: outputSchema,
  prompt: ({ question, passages }) => ({
    instructions: [
      'You answer a presales question for Alibaba Cloud from the passages alone, in two to six sentences.',
      'Give each sentence in Chinese (zh) and English (en) with the same figures.',
      'Name the ids of the passages it rests on, and quote the words that say so exactly as they stand there.',
      'Say nothing the passages do not say: no figure, name or promise of your own. If they do not answer, return no sentence.',
    ].join('\n'),
    material: passages.map(({ id, title, text }) => ({ label: `${id} ${title}`, text })),
    question,
  }),
  rules: ({ passages }) => ({
    sentences: passages.flatMap(({ id, text }) => {
      const [first] = splitPassage(text).filter((sentence) => !isInstruction(sentence));
      return first === undefined || first.length > 600
        ? []
        : [{ zh: first, en: first, passages: [id], quote: first }];
    }),
  }),
  accept: ({ sentences }, { passages }) => ({
    sentences: sentences.filter((sentence) => stands(sentence, passages)),
  }),
});

/** Its passages exist, the quote stands in one of them, and they carry both languages' words. */
function stands(
  { zh, en, passages: ids, quote }: z.infer<typeof writtenSentenceSchema>,
  passages: readonly z.infer<typeof passageSchema>[],
): boolean {
  const cited = passages.filter(({ id }) => ids.includes(id));
  if (cited.length !== new Set(ids).size || !cited.some(({ text }) => text.includes(quote))) return false;
  const texts = cited.map(({ text }) => text);
  return faultOf(zh, texts) === null && faultOf(en, texts) === null;
}
