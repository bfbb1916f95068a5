import type { KnowledgeAnswer, KnowledgeHit, SolutionSentence, Wish } from '@tokenholic/contracts';
import type { Reference } from '@tokenholic/reference';
import type { Case } from './case.ts';
import type { Citations } from './citations.ts';
import type { PriceOf } from './parts/cost.ts';
import type { Plan, Query } from './plan-queries.ts';

/** A query with what the knowledge base answered. */
export interface Retrieved {
  query: Query;
  answer: KnowledgeAnswer;
}

export interface Material {
  subject: Case;
  plan: Plan;
  retrieved: readonly Retrieved[];
  wishes: readonly Wish[];
  priceOf: PriceOf;
  reference: Pick<Reference, 'comparisons' | 'cases' | 'providers'>;
}

/** The passages of a query that may be used: about what was asked for, best first. */
export function hitsOf({ query, answer }: Retrieved): KnowledgeHit[] {
  if (query.inTitle === null) return answer.hits.filter(({ speaks }) => speaks);
  const { inTitle } = query;
  // Only the built-in base may say what our products are and what they cost.
  return answer.hits.filter(({ title, readOnly }) => readOnly && title.includes(inTitle));
}

export type Find = (purpose: Query['purpose'], about?: string) => KnowledgeHit[];

/** The sentence of a passage that answers, as the search marked it; of the built-in base the whole line, which has it in both languages. */
export function quoteMarked(hit: KnowledgeHit, citations: Citations): SolutionSentence[] {
  const [mark] = hit.marks;
  if (mark === undefined) return citations.quote(hit, 1);
  const start = hit.readOnly ? hit.text.lastIndexOf('\n', mark.start - 1) + 1 : mark.start;
  const lineEnd = hit.readOnly ? hit.text.indexOf('\n', mark.end) : mark.end;
  return citations.quote({ ...hit, text: hit.text.slice(start, lineEnd < 0 ? undefined : lineEnd) }, 1);
}
