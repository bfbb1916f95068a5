import type { ConfidenceLevel, Finding, ReviewedFinding, SourceKind } from '@tokenholic/contracts';

export const STATES = ['all', 'open', 'validated', 'rejected', 'corrected', 'merged'] as const;
export type State = (typeof STATES)[number];

/** What the list is narrowed to; null leaves a side open. */
export interface Filter {
  state: State;
  search: string;
  kind: Finding['kind'] | null;
  providerId: string | null;
  source: SourceKind | null;
  confidence: ConfidenceLevel | null;
}

export const NO_FILTER: Filter = {
  ...{ state: 'all', search: '', kind: null, providerId: null, source: null, confidence: null },
};

export function stateOf({ review }: ReviewedFinding): Exclude<State, 'all'> {
  return review?.verdict.decision ?? 'open';
}

export type Describe = (finding: Finding) => string;

/** Findings that fit every side of the filter and whose description or passages hold all words that were typed. */
export function matching(
  items: readonly ReviewedFinding[],
  filter: Filter,
  describe: Describe,
): ReviewedFinding[] {
  const words = filter.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return items.filter((item) => {
    if (filter.state !== 'all' && stateOf(item) !== filter.state) return false;
    const { finding } = item;
    if (filter.kind !== null && finding.kind !== filter.kind) return false;
    if (filter.providerId !== null && finding.providerId !== filter.providerId) return false;
    if (filter.confidence !== null && finding.confidence.level !== filter.confidence) return false;
    if (filter.source !== null && !finding.quotes.some(({ sourceKind }) => sourceKind === filter.source))
      return false;
    const text = [describe(finding), ...finding.quotes.map((quote) => quote.text)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What there is to filter for, each once. */
export function choicesOf(items: readonly ReviewedFinding[]) {
  const findings = items.map(({ finding }) => finding);
  return {
    kinds: [...new Set(findings.map(({ kind }) => kind))],
    providers: [...new Set(findings.flatMap(({ providerId }) => (providerId === null ? [] : [providerId])))],
    sources: [...new Set(findings.flatMap(({ quotes }) => quotes.map(({ sourceKind }) => sourceKind)))],
    levels: (['high', 'medium', 'low'] as const).filter((level) =>
      findings.some(({ confidence }) => confidence.level === level),
    ),
  };
}

/** The finding that rests on the passage told by `<page id>:<start>:<provider>`; a passage may tell of several providers. */
export function keyAtQuote(items: readonly ReviewedFinding[], quote: string | null): string | null {
  const [page, start, provider] = quote?.split(':') ?? [];
  const resting = items.filter(({ finding }) =>
    finding.quotes.some((one) => one.pageId === page && String(one.start) === start),
  );
  const exact = resting.find(({ finding }) => (finding.providerId ?? '') === provider);
  return (exact ?? resting[0])?.finding.key ?? null;
}

/** Findings about the same use that may be the same statement told twice. */
export function relatedTo(finding: Finding, items: readonly ReviewedFinding[]): ReviewedFinding[] {
  return items.filter(
    ({ finding: other }) =>
      other.key !== finding.key &&
      other.kind === finding.kind &&
      !finding.conflictsWith.includes(other.key) &&
      other.useCaseId === finding.useCaseId &&
      (other.providerId === finding.providerId || other.providerId === null || finding.providerId === null),
  );
}

/** A finding can take another's passages while it stands itself. */
export function canTake({ review }: ReviewedFinding): boolean {
  return review === null || (review.verdict.decision !== 'rejected' && review.verdict.decision !== 'merged');
}
