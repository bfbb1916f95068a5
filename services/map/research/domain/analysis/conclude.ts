import { createHash } from 'node:crypto';
import {
  confidenceOf,
  type Engine,
  type Finding,
  type Quote,
  type ReportedFigure,
} from '@tokenholic/contracts';
import type { PageReading } from './read-page.ts';
import type { Claim } from './statements.ts';

export interface Conclusion {
  findings: Finding[];
  industryId: string | null;
  employees: number | null;
}

const MOST_QUOTES = 8;
/** An industry is told when its words stand out. */
const INDUSTRY_MINIMUM = 3;

/** Merges what pages say into findings: duplicates become one with several quotes, contradictions are kept and marked. */
export function conclude(readings: readonly PageReading[], engine: Engine): Conclusion {
  const claims = readings.flatMap((reading) => reading.claims);
  const figures = mergeFigures(readings);
  const groups = underOneName(Map.groupBy(claims, keyOf));
  const workloads = [...groups].map(([key, group]) => toFinding(key, group, figures, engine));
  const marked = withConflicts(dropVague(mergeVersions(workloads)));
  const industryId = industryOf(readings);
  return {
    findings: marked.sort((a, b) => b.confidence.score - a.confidence.score || (a.key < b.key ? -1 : 1)),
    industryId,
    employees: readings.find((reading) => reading.employees !== null)?.employees ?? null,
  };
}

function keyOf(claim: Claim): string {
  const model = (claim.modelName ?? '').toLowerCase().replace(/[\s_]+/g, '-');
  return [claim.useCaseId ?? '', claim.providerId ?? '', model, claim.standing].join('|');
}

/** "豆包" and "Doubao" are one: of keys that differ in the name of one model only, the first in the alphabet keeps all claims. */
function underOneName(groups: ReadonlyMap<string, Claim[]>): Map<string, Claim[]> {
  const first = new Map<string, string>();
  const merged = new Map<string, Claim[]>();
  for (const [key, claims] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [{ useCaseId, providerId, modelKey, standing } = NO_CLAIM] = claims;
    const same = modelKey === null ? key : [useCaseId, providerId, modelKey, standing].join('|');
    const kept = first.get(same) ?? key;
    first.set(same, kept);
    merged.set(kept, [...(merged.get(kept) ?? []), ...claims]);
  }
  return merged;
}

const NO_CLAIM = { useCaseId: null, providerId: null, modelKey: null, standing: null };

/** A UUID that is the same for the same claim about the same text. */
export function stableId(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-9${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

function toFinding(
  key: string,
  claims: readonly Claim[],
  figures: ReadonlyMap<string, ReportedFigure[]>,
  engine: Engine,
): Finding {
  const strongest = claims.reduce((best, claim) => (claim.score > best.score ? claim : best));
  const quotes = uniqueQuotes(claims.map((claim) => claim.quote));
  const pages = new Set(quotes.map((quote) => quote.pageId)).size;
  const shares = claims.flatMap((claim) => claim.figures);
  // Independent pages that say the same make it surer; the rules alone never make it certain.
  const score = Math.min(0.95, strongest.score + 0.07 * Math.log2(pages) + 0.02 * Math.log2(quotes.length));
  const { useCaseId, providerId, modelId, modelName, standing } = strongest;
  return {
    id: stableId(`${key}|${quotes[0]?.pageId ?? ''}`),
    key,
    kind: 'workload',
    ...{ useCaseId, providerId, modelId, modelName, standing },
    value: null,
    figures: [...shares.slice(0, 1), ...(useCaseId === null ? [] : (figures.get(useCaseId) ?? []))],
    quotes: quotes.slice(0, MOST_QUOTES),
    confidence: confidenceOf(score),
    engine,
    conflictsWith: [],
  };
}

function uniqueQuotes(quotes: readonly Quote[]): Quote[] {
  const seen = new Map(quotes.map((quote) => [`${quote.pageId}/${quote.start}`, quote]));
  return [...seen.values()].sort((a, b) => ((b.date ?? '') < (a.date ?? '') ? -1 : 1));
}

/** "Wan2.6" beside "Wan2.6-I2V" in the same use is the same model told less exactly: its quotes go to the exact one. */
function mergeVersions(findings: readonly Finding[]): Finding[] {
  const name = (finding: Finding) => (finding.modelName ?? '').toLowerCase();
  const exactOf = (vague: Finding) =>
    findings.find(
      (other) =>
        other !== vague &&
        other.useCaseId === vague.useCaseId &&
        other.providerId === vague.providerId &&
        other.standing === vague.standing &&
        name(other).length > name(vague).length &&
        (vague.modelName === null || name(other).includes(name(vague))),
    );
  const extra = new Map<string, Quote[]>();
  const kept = findings.filter((finding) => {
    const exact = exactOf(finding);
    if (exact === undefined) return true;
    extra.set(exact.key, [...(extra.get(exact.key) ?? []), ...finding.quotes]);
    return false;
  });
  return kept.map((finding) => ({
    ...finding,
    quotes: uniqueQuotes([...finding.quotes, ...(extra.get(finding.key) ?? [])]).slice(0, MOST_QUOTES),
  }));
}

/** A use with a named provider makes "uses AI for it" superfluous; one without a use says nothing beside one with. */
function dropVague(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => {
    const same = findings.filter((other) => other !== finding && other.standing === finding.standing);
    if (finding.providerId === null && finding.modelName === null)
      return !same.some((other) => other.useCaseId === finding.useCaseId && other.providerId !== null);
    if (finding.useCaseId !== null) return true;
    return !same.some((other) => other.useCaseId !== null && other.providerId === finding.providerId);
  });
}

/** The same use of the same model both current and not: the newer source wins, both stay visible. */
function withConflicts(findings: readonly Finding[]): Finding[] {
  const about = (finding: Finding) =>
    [finding.useCaseId, finding.providerId, (finding.modelName ?? '').toLowerCase()].join('|');
  const groups = Map.groupBy(findings, about);
  return findings.map((finding) => {
    const others = (groups.get(about(finding)) ?? []).filter((other) => contradicts(finding, other));
    if (others.length === 0) return finding;
    const newest = (item: Finding) =>
      item.quotes
        .map((quote) => quote.date ?? '')
        .sort()
        .at(-1) ?? '';
    const older = others.some((other) => newest(other) > newest(finding));
    const score = older ? finding.confidence.score * 0.6 : finding.confidence.score;
    return { ...finding, confidence: confidenceOf(score), conflictsWith: others.map((other) => other.key) };
  });
}

function contradicts(a: Finding, b: Finding): boolean {
  return (
    (a.standing === 'current' && b.standing === 'ended') ||
    (a.standing === 'ended' && b.standing === 'current')
  );
}

function mergeFigures(readings: readonly PageReading[]): Map<string, ReportedFigure[]> {
  const merged = new Map<string, ReportedFigure[]>();
  for (const { figures } of readings) {
    for (const [useCaseId, list] of figures)
      merged.set(useCaseId, [...(merged.get(useCaseId) ?? []), ...list]);
  }
  return merged;
}

/** The industry whose words appear on most pages, weighed by how often; null when none stands out. */
function industryOf(readings: readonly PageReading[]): string | null {
  const scores = new Map<string, number>();
  for (const { industries } of readings) {
    for (const [id, count] of industries) scores.set(id, (scores.get(id) ?? 0) + 1 + Math.log2(count));
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= INDUSTRY_MINIMUM ? best[0] : null;
}
