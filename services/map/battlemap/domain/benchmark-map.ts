import type { UseCaseColumn } from '@tokenholic/contracts';
import { countingOf, type MapTables } from './content.ts';
import { type DrawInput, makeColumn } from './draw-map.ts';
import { seedOf } from './random.ts';
import { makeTile } from './tiles.ts';
import { estimateVolume } from './volume.ts';

/** Uses that most companies have; the picture of a company whose industry is not known either. */
const GENERAL_USES = ['cs_chatbot', 'rag_qa', 'office_writing', 'code_assistant', 'doc_processing'];
const LARGEST_BENCHMARK = 7;
/** Nothing was found about this client: the confidence is that of a guess. */
const BENCHMARK_CONFIDENCE = 0.2;

/** Shares of external public-cloud LLM tokens in China, IDC, first half of 2025; the rest is others. */
const SHARE_BENCHMARKS = [
  { providerId: 'volcengine', benchmarkId: 'idc-share-volc' },
  { providerId: 'alibaba', benchmarkId: 'idc-share-ali' },
  { providerId: 'baidu', benchmarkId: 'idc-share-baidu' },
];

/** The industry's usual uses, split as the market is split. Each tile says that no evidence stands behind it. */
export function benchmarkColumns(input: DrawInput, tables: MapTables): UseCaseColumn[] {
  return benchmarkUses(input.industryId, tables).map((useCaseId) => {
    const { useCase, volume } = countingOf(tables, useCaseId);
    const estimate = estimateVolume({
      model: volume,
      figures: [],
      employees: input.employees,
      seed: seedOf(`${input.clientId}|${useCaseId}`),
      benchmarks: tables.benchmarks,
    });
    const tiles = marketSplit(tables).map(({ providerId, share }) =>
      makeTile(
        {
          useCaseKey: useCaseId,
          useCaseId,
          providerId,
          modelId: null,
          modelName: null,
          share,
          confidence: BENCHMARK_CONFIDENCE,
          origin: 'industry_benchmark',
          engine: { via: 'rules', model: null, reason: 'no_evidence' },
          findings: [],
        },
        estimate,
        2,
        tables,
      ),
    );
    return makeColumn(
      { key: useCaseId, useCaseId, name: useCase.name, tiles, origin: 'industry_benchmark' },
      tables,
    );
  });
}

function benchmarkUses(industryId: string | null, tables: MapTables): string[] {
  const typical = tables.useCases.filter(
    (useCase) => industryId !== null && useCase.industries.includes(industryId),
  );
  const ids = [...new Set([...typical.map((useCase) => useCase.id), ...GENERAL_USES])];
  return ids.slice(0, Math.max(LARGEST_BENCHMARK, GENERAL_USES.length));
}

function marketSplit(tables: MapTables): { providerId: string; share: number }[] {
  const known = SHARE_BENCHMARKS.map(({ providerId, benchmarkId }) => ({
    providerId,
    share: (tables.benchmarks.find((benchmark) => benchmark.id === benchmarkId)?.value ?? 0) / 100,
  })).filter(({ share }) => share > 0);
  const rest = 1 - known.reduce((sum, { share }) => sum + share, 0);
  return [...known, { providerId: 'unknown', share: rest }];
}
