import { confidenceOf, type Engine, type Finding, type Range, type Tile } from '@tokenholic/contracts';
import { SELF_HOSTED } from '@tokenholic/reference';
import { countingOf, type MapTables, OWN_MODEL, providerIn, tileKey, UNKNOWN_MODEL } from './content.ts';
import { opportunityOf } from './opportunity.ts';
import { priceOf } from './pricing.ts';
import { scale } from './ranges.ts';
import type { VolumeEstimate } from './volume.ts';

export interface TileSeed {
  useCaseKey: string;
  useCaseId: string | null;
  providerId: string;
  modelId: string | null;
  modelName: string | null;
  share: number;
  confidence: number;
  origin: Tile['origin'];
  engine: Engine;
  findings: readonly Finding[];
}

/** One model of one provider in a use case, with its price, value and opportunity. `widen` is the doubt about the split. */
export function makeTile(seed: TileSeed, estimate: VolumeEstimate, widen: number, tables: MapTables): Tile {
  const tokens = scale(estimate.tokensPerYear, seed.share);
  const tokensPerYear: Range = { low: tokens.low / widen, mid: tokens.mid, high: tokens.high * widen };
  const { native } = estimate;
  return priceTile(
    {
      key: tileKey(seed.useCaseKey, seed.providerId, seed.modelName ?? 'unknown'),
      providerId: seed.providerId,
      providerName: providerIn(tables, seed.providerId).name,
      group: providerIn(tables, seed.providerId).group,
      modelId: seed.modelId,
      modelName: modelNameOf(seed),
      tokensPerYear,
      generatedTokensPerYear: tokensPerYear,
      override: null,
      share: seed.share,
      valuePerYear: null,
      price: null,
      native: native === null ? null : { unit: native.unit, amount: scale(native.amount, seed.share) },
      confidence: confidenceOf(seed.confidence),
      engine: seed.engine,
      standing: 'current',
      origin: seed.origin,
      opportunity: null,
      evidence: seed.findings.flatMap((finding) => finding.quotes).slice(0, 12),
      conflicts: [],
      explanation: estimate.explanation,
      notes: [],
    },
    seed.useCaseId,
    seed.modelName,
    tables,
  );
}

function modelNameOf(seed: TileSeed): Tile['modelName'] {
  if (seed.modelName !== null) return { zh: seed.modelName, en: seed.modelName };
  return seed.providerId === SELF_HOSTED ? OWN_MODEL : UNKNOWN_MODEL;
}

/** Fills in price, value and opportunity from the tile's tokens. */
export function priceTile(
  tile: Tile,
  useCaseId: string | null,
  modelName: string | null,
  tables: MapTables,
): Tile {
  const { useCase, volume } = countingOf(tables, useCaseId);
  const price = priceOf(
    {
      providerId: tile.providerId,
      modelId: tile.modelId,
      modelName,
      volume,
      useCaseModalities: useCase.modalities,
    },
    tables,
  );
  return revalue({
    ...tile,
    price,
    opportunity: opportunityOf(
      {
        providerId: tile.providerId,
        group: tile.group,
        tokensPerYear: tile.tokensPerYear.mid,
        price,
        confidence: tile.confidence,
        useCase,
        volume,
      },
      tables,
    ),
  });
}

function revalue(tile: Tile): Tile {
  const { price } = tile;
  return {
    ...tile,
    valuePerYear: price === null ? null : scale(tile.tokensPerYear, price.cnyPerMillionTokens / 1e6),
  };
}

/** The same tile with other tokens: value, native amount and opportunity follow in proportion. */
export function withTokens(tile: Tile, tokensPerYear: Range): Tile {
  const factor = tile.tokensPerYear.mid === 0 ? 1 : tokensPerYear.mid / tile.tokensPerYear.mid;
  const { opportunity, native } = tile;
  return revalue({
    ...tile,
    tokensPerYear,
    native: native === null ? null : { ...native, amount: scale(native.amount, factor) },
    opportunity:
      opportunity === null
        ? null
        : {
            ...opportunity,
            valuePerYear: opportunity.valuePerYear * factor,
            clientSaving: opportunity.clientSaving === null ? null : opportunity.clientSaving * factor,
          },
  });
}
