import type { KnowledgeHit, TrialScore } from '@tokenholic/contracts';
import { fold } from './retrieval/tokens.ts';

export interface ExpectedPassage {
  documentId: string;
  /** Words the passage has; null: any passage of the document will do. */
  passage: string | null;
}

const plain = (text: string) => fold(text).replace(/\s+/g, '');

/** Place of the expected passage among the hits, from 1; null when it is not there. */
export function rankOf(
  hits: readonly KnowledgeHit[],
  { documentId, passage }: ExpectedPassage,
): number | null {
  const at = hits.findIndex(
    (hit) => hit.documentId === documentId && (passage === null || plain(hit.text).includes(plain(passage))),
  );
  return at < 0 ? null : at + 1;
}

/** How often the expected passage came first, and among the first five; 0 without questions. */
export function scoreOf(outcomes: TrialScore['outcomes']): TrialScore {
  return { first: shareWithin(outcomes, 1), firstFive: shareWithin(outcomes, 5), outcomes };
}

function shareWithin(outcomes: TrialScore['outcomes'], place: number): number {
  const found = outcomes.filter(({ rank }) => rank !== null && rank <= place).length;
  return outcomes.length === 0 ? 0 : found / outcomes.length;
}
