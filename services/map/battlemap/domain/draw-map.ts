import type { Engine, Finding, UseCaseColumn } from '@tokenholic/contracts';
import { UNKNOWN_PROVIDER } from '@tokenholic/reference';
import { benchmarkColumns } from './benchmark-map.ts';
import { countingOf, type MapContent, type MapTables, providerIn } from './content.ts';
import { seedOf } from './random.ts';
import { makeTile } from './tiles.ts';
import { estimateVolume, figuresOf } from './volume.ts';

export interface DrawInput {
  clientId: string;
  findings: readonly Finding[];
  industryId: string | null;
  employees: number | null;
  engine: Engine;
}

/** Doubt about how a use case splits among several models, as a factor on each tile's range. */
const SPLIT_DOUBT = 1.35;
/** A model whose part is not told is taken for a smaller one beside those whose part is. */
const UNSTATED_PART = 0.3;

/** From findings to a map. Without any evidence of use it is the industry's usual picture, and says so. */
export function drawMap(input: DrawInput, tables: MapTables): MapContent {
  const workloads = input.findings.filter((finding) => finding.kind === 'workload');
  const current = workloads.filter((finding) => finding.standing === 'current');
  const groups = Map.groupBy(current, (finding) => finding.useCaseId);
  const columns = [...groups].map(([useCaseId, findings]) => drawColumn(useCaseId, findings, input, tables));
  const industry = tables.industries.find((item) => item.id === input.industryId) ?? null;
  return {
    basis: columns.length > 0 ? 'evidence' : 'industry_benchmark',
    industry: industry === null ? null : { id: industry.id, name: industry.name },
    useCases: columns.length > 0 ? columns : benchmarkColumns(input, tables),
    watchlist: workloads
      .filter((finding) => finding.standing !== 'current')
      .map((finding) => watched(finding, tables)),
    notes: [],
    removed: [],
    engine: input.engine,
    exchangeRate: tables.exchangeRate,
  };
}

function drawColumn(
  useCaseId: string | null,
  findings: readonly Finding[],
  input: DrawInput,
  tables: MapTables,
): UseCaseColumn {
  const key = useCaseId ?? 'unnamed-use';
  const { useCase, volume } = countingOf(tables, useCaseId);
  const estimate = estimateVolume({
    model: volume,
    figures: figuresOf(findings),
    employees: input.employees,
    seed: seedOf(`${input.clientId}|${key}`),
    benchmarks: tables.benchmarks,
  });
  const parts = splitOf(findings);
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const widen = parts.length > 1 ? SPLIT_DOUBT : 1;
  const tiles = parts.map((part) => {
    const strongest = part.findings[0];
    if (strongest === undefined) throw new Error('A part of a use case has no finding');
    const tile = makeTile(
      {
        useCaseKey: key,
        useCaseId,
        providerId: part.providerId,
        modelId: strongest.modelId,
        modelName: strongest.modelName,
        share: part.weight / total,
        confidence:
          Math.max(...part.findings.map((finding) => finding.confidence.score)) *
          (estimate.reported ? 1 : 0.85),
        origin: 'evidence',
        engine: strongest.engine,
        findings: part.findings,
      },
      estimate,
      widen,
      tables,
    );
    return { ...tile, conflicts: conflictsOf(part.findings, input.findings, tables) };
  });
  const name = useCaseId === null ? { zh: '未注明用途', en: 'Use not stated' } : useCase.name;
  return makeColumn({ key, useCaseId, name, tiles, origin: 'evidence' }, tables);
}

/** The frame of a column; tokens, shares and projection are worked out when the map is assembled. */
export function makeColumn(
  column: Pick<UseCaseColumn, 'key' | 'useCaseId' | 'name' | 'tiles' | 'origin'>,
  tables: MapTables,
): UseCaseColumn {
  const { volume } = countingOf(tables, column.useCaseId);
  const national = tables.benchmarks.find((benchmark) => benchmark.id === 'cn-2025-12');
  return {
    ...column,
    tokensPerYear: { low: 0, mid: 0, high: 0 },
    growthPerYear: volume.growthPerYear,
    growthSource: national === undefined ? null : { ...national.source, confidence: 'low' },
    projection: [],
    winnablePerYear: 0,
    notes: [],
  };
}

interface Part {
  providerId: string;
  weight: number;
  findings: Finding[];
}

/** Splits a use case among its providers and models by the weight of their evidence. A finding without provider weighs in only when no other names one. */
function splitOf(findings: readonly Finding[]): Part[] {
  const named = findings.filter((finding) => finding.providerId !== null);
  const counted = named.length > 0 ? named : findings;
  const specific = counted.filter((finding) => finding.modelName !== null || !namesModel(counted, finding));
  const parts = Map.groupBy(
    specific,
    (finding) => `${finding.providerId ?? UNKNOWN_PROVIDER}/${(finding.modelName ?? '').toLowerCase()}`,
  );
  return [...parts.values()].map((group) => ({
    providerId: group[0]?.providerId ?? UNKNOWN_PROVIDER,
    weight: weightOf(group),
    findings: [...group].sort((a, b) => b.confidence.score - a.confidence.score),
  }));
}

/** What the pages say of its part counts; where they say nothing, the weight of the evidence stands in for it. */
function weightOf(findings: readonly Finding[]): number {
  const share = findings.flatMap((finding) => finding.figures).find((figure) => figure.metric === 'share');
  if (share !== undefined && share.value > 0) return share.value;
  const evidence = findings.map(
    (finding) => finding.confidence.score * (1 + 0.25 * Math.log2(1 + finding.quotes.length)),
  );
  return Math.max(...evidence) * UNSTATED_PART;
}

/** "Runs on Volcano Engine" adds nothing beside "runs Seedance on Volcano Engine". */
function namesModel(findings: readonly Finding[], bare: Finding): boolean {
  return findings.some((finding) => finding.providerId === bare.providerId && finding.modelName !== null);
}

function conflictsOf(findings: readonly Finding[], all: readonly Finding[], tables: MapTables) {
  const keys = new Set(findings.flatMap((finding) => finding.conflictsWith));
  return all
    .filter((finding) => keys.has(finding.key))
    .map((finding) => {
      const name = finding.modelName ?? providerIn(tables, finding.providerId ?? UNKNOWN_PROVIDER).name.en;
      const date = finding.quotes[0]?.date ?? '';
      return {
        zh: `另有资料（${date}）称 ${name} 的状态为“${STANDING_NAMES[finding.standing].zh}”`,
        en: `Another source (${date}) says that ${name} is ${STANDING_NAMES[finding.standing].en}`,
      };
    });
}

const STANDING_NAMES: Record<Finding['standing'], { zh: string; en: string }> = {
  current: { zh: '在用', en: 'in use' },
  planned: { zh: '计划中', en: 'planned' },
  ended: { zh: '已停用', en: 'no longer used' },
  speculated: { zh: '传闻', en: 'rumoured' },
  compared: { zh: '仅作对比', en: 'only compared' },
};

function watched(finding: Finding, tables: MapTables): MapContent['watchlist'][number] {
  const useCase = tables.useCases.find((item) => item.id === finding.useCaseId);
  const provider = finding.providerId === null ? null : providerIn(tables, finding.providerId);
  return {
    useCaseId: finding.useCaseId,
    name: useCase?.name ?? { zh: '未注明用途', en: 'Use not stated' },
    providerId: finding.providerId,
    providerName: provider?.name ?? null,
    modelName: finding.modelName,
    standing: finding.standing,
    evidence: finding.quotes.slice(0, 5),
  };
}
