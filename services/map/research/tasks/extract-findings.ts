import { standingSchema } from '@tokenholic/contracts';
import { defineTask } from '@workflow/llm-sdk';
import { z } from 'zod';
import { type Claim, type Gazetteer, type ReadablePage, readPage } from '../domain/analysis/index.ts';

const pageSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string().nullable(),
  sourceKind: z.string(),
  date: z.string().nullable(),
});

const claimSchema = z.object({
  useCaseId: z.string().nullable(),
  providerId: z.string().nullable(),
  modelName: z.string().nullable(),
  standing: standingSchema,
  /** The sentence of the page that says so, word for word. */
  quote: z.string(),
});

export const extractionSchema = z.object({ claims: z.array(claimSchema).max(80) });
export type Extraction = z.infer<typeof extractionSchema>;

/** A model reads at most this much of one page. */
const WINDOW = 24_000;

export interface KnownIds {
  useCases: ReadonlyMap<string, string>;
  providers: ReadonlyMap<string, string>;
  /** Every way a text may call a provider, its model families included. */
  providerNames: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds who is used for what on one page. A model reads; what it claims is kept only with a quote that stands in the page
 * and names what is claimed. Without a model the rules read.
 */
export function extractFindingsTask(gazetteer: Gazetteer, known: KnownIds) {
  const list = (items: ReadonlyMap<string, string>) =>
    [...items].map(([id, name]) => `${id} (${name})`).join(', ');
  return defineTask<z.infer<typeof pageSchema>, Extraction>({
    name: 'research.extract_findings',
    version: 1,
    tier: 'standard',
    timeoutMilliseconds: 45_000,
    input: pageSchema,
    output: extractionSchema,
    prompt: ({ title, text }) => ({
      instructions: [
        'You extract which AI use cases a company has, with which provider and model, from one page about it.',
        'Each claim quotes one sentence of the page word for word. Claim nothing that the quote does not say.',
        'standing: current, planned, ended, speculated, or compared (only mentioned in a comparison).',
        'Use null for a provider or model that the page does not name. self-hosted means that the company runs the model itself.',
        `Use cases: ${list(known.useCases)}.`,
        `Providers: ${list(known.providers)}.`,
      ].join('\n'),
      material: [{ label: title, text: text.slice(0, WINDOW) }],
      question: 'Which AI use cases, providers and models does this page say the company has?',
    }),
    rules: (page) => ({
      claims: readPage(page as ReadablePage, gazetteer).claims.map(
        ({ useCaseId, providerId, modelName, standing, quote }) => ({
          ...{ useCaseId, providerId, modelName, standing },
          quote: quote.text,
        }),
      ),
    }),
    accept: ({ claims }, { text }) => ({ claims: claims.filter((claim) => isSupported(claim, text, known)) }),
  });
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** The quote stands in the page, ids exist, and model and provider are named in the quote. */
function isSupported(claim: z.infer<typeof claimSchema>, text: string, known: KnownIds): boolean {
  const quote = folded(claim.quote);
  if (quote.length < 6 || !folded(text).includes(quote)) return false;
  if (claim.useCaseId !== null && !known.useCases.has(claim.useCaseId)) return false;
  if (claim.modelName !== null && !quote.includes(folded(claim.modelName))) return false;
  if (claim.providerId === null || claim.providerId === 'self-hosted') return true;
  return (known.providerNames.get(claim.providerId) ?? []).some((name) => quote.includes(folded(name)));
}

const MODEL_SCORE = 0.8;

/** A checked extraction as claims at their place in the page. */
export function toClaims(
  { claims }: Extraction,
  page: ReadablePage,
  modelIdOf: (name: string) => string | null,
): Claim[] {
  return claims.flatMap(({ useCaseId, providerId, modelName, standing, quote }) => {
    const start = page.text.indexOf(quote);
    // Found only after folding width and spaces: the passage cannot be marked, so it is no evidence to show.
    if (start < 0) return [];
    const { id, title, url, sourceKind, date } = page;
    const modelId = modelName === null ? null : modelIdOf(modelName);
    return [
      {
        ...{ useCaseId, providerId, modelName, standing, modelId, modelKey: modelId },
        score: MODEL_SCORE,
        figures: [],
        quote: {
          pageId: id,
          text: quote,
          start,
          end: start + quote.length,
          pageTitle: title,
          url,
          sourceKind,
          date,
        },
      },
    ];
  });
}
