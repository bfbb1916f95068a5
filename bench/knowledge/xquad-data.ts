import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              question: z.string(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })).min(1),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface XquadQuestion {
  text: string;
  /** Index of the paragraph that answers. */
  paragraph: number;
  /** Articles with an even index are the half the weights were fitted on. */
  fitted: boolean;
  answer: { start: number; end: number };
}

export interface Xquad {
  paragraphs: string[];
  questions: XquadQuestion[];
}

/** The set beside the repository (CC BY-SA 4.0, not shipped); null where it is absent. Both languages are in the same order. */
export function readXquad(language: 'zh' | 'en'): Xquad | null {
  const folder = process.env.XQUAD ?? new URL('../../../shared/data/xquad', import.meta.url).pathname;
  const path = `${folder}/xquad.${language}.json`;
  if (!existsSync(path)) return null;
  const set: Xquad = { paragraphs: [], questions: [] };
  schema.parse(JSON.parse(readFileSync(path, 'utf8'))).data.forEach(({ paragraphs }, article) => {
    for (const { context, qas } of paragraphs) {
      const paragraph = set.paragraphs.push(context) - 1;
      for (const { question, answers } of qas) {
        const [first] = answers;
        const start = first?.answer_start ?? 0;
        const answer = { start, end: start + (first?.text.length ?? 0) };
        set.questions.push({ text: question, paragraph, fitted: article % 2 === 0, answer });
      }
    }
  });
  return set;
}
