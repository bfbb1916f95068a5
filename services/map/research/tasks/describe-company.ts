import { confidenceOf, type ProfileStatement, profileAspectSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { type Gazetteer, type ReadablePage, stableId } from '../domain/analysis/index.ts';
import { readProfile } from '../domain/profile/read-profile.ts';

const inputSchema = z.object({
  clientName: z.string(),
  pages: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
});

const descriptionSchema = z.object({
  statements: z
    .array(
      z.object({
        aspect: profileAspectSchema,
        text: z.string().min(1).max(600),
        useCaseId: z.string().nullable(),
        pageId: z.string(),
        /** The sentence of the page that says so, word for word. */
        quote: z.string(),
      }),
    )
    .max(60),
});
export type Description = z.infer<typeof descriptionSchema>;

/** All pages together get this much of a model's attention, in characters. */
const WINDOW = 40_000;
const MODEL_SCORE = 0.75;

/** What pages say of a company beside its AI. A statement is kept only with a quote that stands in the page; its numbers are the quote's. */
export function describeCompanyTask(
  gazetteer: Gazetteer,
  readable: (id: string) => ReadablePage | undefined,
) {
  return defineTask<z.infer<typeof inputSchema>, Description>({
    name: 'research.describe_company',
    version: 1,
    tier: 'standard',
    timeoutMilliseconds: 60_000,
    input: inputSchema,
    output: descriptionSchema,
    prompt: ({ clientName, pages }) => ({
      instructions: [
        'You describe one company from pages about it: description, size, funding, business_model, tech_stack (one technology each), pain_point, automation (work that people do by hand).',
        'Each statement quotes one sentence of one page word for word and says nothing that the quote does not say. Keep its numbers as they are.',
        'Leave out what is said of other companies and what is over. useCaseId is null unless the passage names an AI use case by its id.',
        `The company: ${clientName}.`,
      ].join('\n'),
      material: pages.map(({ id, title, text }) => ({
        label: `${id} ${title}`,
        text: text.slice(0, Math.floor(WINDOW / Math.max(1, pages.length))),
      })),
      question: 'What do these pages say about the company?',
    }),
    rules: ({ clientName, pages }) => ({
      statements: readProfile(
        pages.flatMap(({ id }) => readable(id) ?? []),
        clientName,
        gazetteer,
      ).flatMap(({ aspect, text, useCaseId, quotes: [quote] }) =>
        quote === undefined ? [] : [{ aspect, text, useCaseId, pageId: quote.pageId, quote: quote.text }],
      ),
    }),
    accept: ({ statements }, { pages }) => ({
      statements: statements.filter(({ text, quote, pageId }) => {
        const page = pages.find(({ id }) => id === pageId);
        return quote.length >= 6 && page?.text.includes(quote) === true && hasNumbersOf(text, quote);
      }),
    }),
  });
}

/** Every number of the statement stands in its quote: a model counts and rounds nothing here. */
function hasNumbersOf(text: string, quote: string): boolean {
  const plain = quote.replace(/[,，]/g, '');
  return (text.replace(/[,，]/g, '').match(/\d+(?:\.\d+)?/g) ?? []).every((number) => plain.includes(number));
}

/** A checked description as statements at their place in the pages. */
export function toStatements(
  { statements }: Description,
  readable: (id: string) => ReadablePage | undefined,
): ProfileStatement[] {
  return statements.flatMap(({ aspect, text, useCaseId, pageId, quote }) => {
    const page = readable(pageId);
    const start = page?.text.indexOf(quote) ?? -1;
    if (page === undefined || start < 0) return [];
    const { id, title, url, sourceKind, date } = page;
    return [
      {
        key: stableId(`${aspect}|${text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}`),
        ...{ aspect, text, useCaseId },
        quotes: [
          {
            pageId: id,
            text: quote,
            start,
            end: start + quote.length,
            pageTitle: title,
            url,
            sourceKind,
            date,
          },
        ],
        confidence: confidenceOf(MODEL_SCORE),
      },
    ];
  });
}
