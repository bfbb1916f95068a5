import type { Finding, ReviewedFinding } from '@tokenholic/contracts';

export const STATES = ['all', 'open', 'validated', 'rejected', 'corrected', 'merged'] as const;
export type State = (typeof STATES)[number];

export function stateOf({ review }: ReviewedFinding): Exclude<State, 'all'> {
  return review?.verdict.decision ?? 'open';
}

export type Describe = (finding: Finding) => string;

/** Findings in the state asked for whose description or passages hold all words that were typed. */
export function matching(
  items: readonly ReviewedFinding[],
  state: State,
  search: string,
  describe: Describe,
): ReviewedFinding[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return items.filter((item) => {
    if (state !== 'all' && stateOf(item) !== state) return false;
    const { finding } = item;
    const text = [describe(finding), ...finding.quotes.map((quote) => quote.text)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Findings about the same use that may be the same statement told twice. */
export function relatedTo(finding: Finding, items: readonly ReviewedFinding[]): ReviewedFinding[] {
  return items.filter(
    ({ finding: other }) =>
      other.key !== finding.key &&
      !finding.conflictsWith.includes(other.key) &&
      other.useCaseId === finding.useCaseId &&
      (other.providerId === finding.providerId || other.providerId === null || finding.providerId === null),
  );
}
