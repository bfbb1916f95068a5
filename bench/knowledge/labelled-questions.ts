import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pair = z.object({ zh: z.string(), en: z.string() });
/** Questions of the trade in both languages: those the built-in base answers, with what a right answer says, and those about something else. */
export const labelledQuestions = z
  .object({
    /** `says`: one of these stands in a right answer. */
    known: z.array(pair.extend({ says: z.array(z.string()).min(1) })),
    unknown: z.array(pair),
  })
  .parse(JSON.parse(readFileSync(new URL('./known-questions.json', import.meta.url), 'utf8')));
