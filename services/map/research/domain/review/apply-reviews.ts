import {
  type Accuracy,
  confidenceOf,
  type Finding,
  type FindingsWorkbench,
  type Quote,
  type ReviewDecision,
  type ReviewedFinding,
} from '@tokenholic/contracts';

export type Verdicts = ReadonlyMap<string, ReviewDecision>;

/** A person looked at the passage and agrees. */
const VALIDATED = 0.97;

/** What stands after people had their say: rejected findings go, corrected ones change, merged ones lend their quotes, validated ones are surer. */
export function applyReviews(findings: readonly Finding[], verdicts: Verdicts): Finding[] {
  const lent = new Map<string, Quote[]>();
  for (const finding of findings) {
    const verdict = verdicts.get(finding.key);
    if (verdict?.decision === 'merged')
      lent.set(verdict.into, [...(lent.get(verdict.into) ?? []), ...finding.quotes]);
  }
  const gone = new Set(
    findings
      .map(({ key }) => key)
      .filter((key) => ['rejected', 'merged'].includes(verdicts.get(key)?.decision ?? '')),
  );
  return findings
    .filter(({ key }) => !gone.has(key))
    .map((finding) => ({
      ...judged(finding, verdicts.get(finding.key)),
      quotes: withoutRepeats([...finding.quotes, ...(lent.get(finding.key) ?? [])]),
      conflictsWith: finding.conflictsWith.filter((key) => !gone.has(key)),
    }));
}

function judged(finding: Finding, verdict: ReviewDecision | undefined): Finding {
  if (verdict === undefined) return finding;
  const surer = { ...finding, confidence: confidenceOf(Math.max(finding.confidence.score, VALIDATED)) };
  if (verdict.decision !== 'corrected') return surer;
  const { useCaseId, providerId, modelName, standing } = verdict.correction;
  const isSameModel = modelName === finding.modelName && providerId === finding.providerId;
  return {
    ...surer,
    ...{ useCaseId, providerId, modelName, standing },
    modelId: isSameModel ? finding.modelId : null,
  };
}

function withoutRepeats(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((quote) => [`${quote.pageId}/${quote.start}`, quote])).values()];
}

/** How often the agents were right, of the findings that people looked at. A duplicate was found right, only twice. */
export function accuracyOf(verdicts: Iterable<ReviewDecision>): Accuracy {
  const all = [...verdicts];
  const validated = all.filter(({ decision }) => decision === 'validated' || decision === 'merged').length;
  return { reviewed: all.length, validated, share: all.length === 0 ? null : validated / all.length };
}

/** Accuracy of the rules and of each model apart, most reviewed first. */
export function accuracyByEngine(
  items: readonly Pick<ReviewedFinding, 'finding' | 'review'>[],
): FindingsWorkbench['accuracyByEngine'] {
  const groups = Map.groupBy(items, ({ finding: { engine } }) => `${engine.via} ${engine.model ?? ''}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { via, model } = first.finding.engine;
      const verdicts = group.flatMap(({ review }) => (review === null ? [] : [review.verdict]));
      return [{ engine: { via, model }, ...accuracyOf(verdicts) }];
    })
    .sort((a, b) => b.reviewed - a.reviewed);
}
