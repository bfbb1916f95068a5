import type { Confidence, Opportunity, Price, ProviderGroup } from '@tokenholic/contracts';
import { OUR_PROVIDER, type Reference, type ReferenceUseCase, type VolumeModel } from '@tokenholic/reference';
import { type PriceTables, priceOf } from './pricing.ts';

/** How likely a fair offer wins the movable part, before what sets the competitor apart. Product judgement, shown to the user. */
const WINNABILITY: Record<ProviderGroup, number> = {
  alibaba: 0,
  volcengine: 0.35,
  baidu: 0.45,
  tencent: 0.45,
  'other-cn': 0.4,
  foreign: 0.5,
  'self-hosted': 0.2,
  unknown: 0.3,
};
const EDGE_STEP = 0.03;
const EDGE_BOUND = 0.12;

export interface OpportunityQuestion {
  providerId: string;
  group: ProviderGroup;
  tokensPerYear: number;
  price: Price | null;
  confidence: Confidence;
  useCase: ReferenceUseCase;
  volume: VolumeModel;
}

export type OpportunityTables = PriceTables & Pick<Reference, 'comparisons'>;

/** What of a tile could move to us and what it is worth: movable tokens × our price × winnability × confidence. */
export function opportunityOf(question: OpportunityQuestion, tables: OpportunityTables): Opportunity | null {
  const { group, useCase, volume, price } = question;
  if (group === 'alibaba') return null;
  const replacement = replacementFor(useCase, volume, tables);
  if (replacement === null) return null;
  const comparisons = tables.comparisons.filter(
    (comparison) => comparison.competitorId === question.providerId,
  );
  const ahead = comparisons.filter((comparison) => comparison.edge === 'alibaba');
  const behind = comparisons.filter((comparison) => comparison.edge === 'competitor');
  const edge = Math.max(-EDGE_BOUND, Math.min(EDGE_BOUND, (ahead.length - behind.length) * EDGE_STEP));
  const winnability = WINNABILITY[group] + edge;
  const movable = question.tokensPerYear * volume.movableShare;
  const ourValue = (movable * replacement.price.cnyPerMillionTokens) / 1e6;
  const clientSaving = price === null ? null : (movable * price.cnyPerMillionTokens) / 1e6 - ourValue;
  return {
    valuePerYear: ourValue * winnability * question.confidence.score,
    winnability,
    movableShare: volume.movableShare,
    rank: null,
    replacement: {
      modelId: replacement.id,
      name: replacement.name,
      cnyPerMillionTokens: replacement.price.cnyPerMillionTokens,
    },
    clientSaving,
    reason: reasonOf(volume.movableShare, replacement, price),
    risk: volume.risk,
    sources: [replacement.price.source, ...ahead.slice(0, 2).map((comparison) => comparison.source)],
  };
}

interface Replacement {
  id: string;
  name: string;
  price: Price;
}

/** The first of our usual models for the use case whose price is known. */
function replacementFor(
  useCase: ReferenceUseCase,
  volume: VolumeModel,
  tables: OpportunityTables,
): Replacement | null {
  for (const id of useCase.ourModelIds) {
    const model = tables.models.find((candidate) => candidate.id === id);
    const question = {
      providerId: OUR_PROVIDER,
      modelId: id,
      modelName: null,
      volume,
      useCaseModalities: useCase.modalities,
    };
    const price = priceOf(question, tables);
    if (model !== undefined && price !== null && price.cnyPerMillionTokens > 0)
      return { id, name: model.name, price };
  }
  return null;
}

function reasonOf(
  movableShare: number,
  replacement: Replacement,
  current: Price | null,
): Opportunity['reason'] {
  const share = `${Math.round(movableShare * 100)}%`;
  if (current === null || current.cnyPerMillionTokens === 0) {
    return {
      zh: `按可迁移 ${share} 估算，改用 ${replacement.name}。现用价格未知，价差需向客户确认。`,
      en: `Assumes ${share} can move to ${replacement.name}. The current price is not known: confirm the difference with the client.`,
    };
  }
  const ratio = Math.round((replacement.price.cnyPerMillionTokens / current.cnyPerMillionTokens) * 100);
  return {
    zh: `按可迁移 ${share} 估算，改用 ${replacement.name}，列表价约为现用的 ${ratio}%。`,
    en: `Assumes ${share} can move to ${replacement.name}, at about ${ratio}% of the current list price.`,
  };
}
