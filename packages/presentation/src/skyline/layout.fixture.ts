import type { Tile, UseCaseColumn } from '@tokenholic/contracts';

function tile(group: Tile['group'], tokens: number, share: number): Tile {
  return {
    ...{
      key: `${group}/${tokens}`,
      providerId: group,
      group,
      modelId: null,
      override: null,
      native: null,
      price: null,
      valuePerYear: null,
    },
    providerName: { zh: group, en: group },
    modelName: { zh: 'Qwen', en: 'Qwen' },
    tokensPerYear: { low: tokens, mid: tokens, high: tokens },
    generatedTokensPerYear: null,
    share,
    confidence: { score: 0.5, level: 'medium' },
    engine: { via: 'rules', model: null, reason: null },
    ...{
      standing: 'current',
      origin: 'evidence',
      opportunity: null,
      evidence: [],
      conflicts: [],
      explanation: null,
      notes: [],
    },
  };
}

/** A use case with three models of three families. */
export function column(key: string, tokens: number): UseCaseColumn {
  return {
    ...{
      key,
      useCaseId: key,
      name: { zh: key, en: key },
      growthPerYear: 0.5,
      growthSource: null,
      projection: [],
      winnablePerYear: 0,
      notes: [],
    },
    origin: 'evidence',
    tokensPerYear: { low: tokens * 0.7, mid: tokens, high: tokens * 1.5 },
    tiles: [
      tile('foreign', tokens * 0.4, 0.4),
      tile('alibaba', tokens * 0.25, 0.25),
      tile('volcengine', tokens * 0.35, 0.35),
    ],
  };
}
