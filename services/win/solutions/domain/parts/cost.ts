import type { CostRow, Price, Range, SolutionCost, SolutionSentence } from '@tokenholic/contracts';
import type { ReferenceModel } from '@tokenholic/reference';
import type { Case, PlacedTile } from '../case.ts';
import type { Citations } from '../citations.ts';

export type PriceOf = (modelId: string, useCaseId: string) => Price | null;

/** Whole yuan with thousands separators: the same figure in both languages. */
export const yuan = (amount: number) => `¥${Math.round(amount).toLocaleString('en-US')}`;

interface Offer {
  model: ReferenceModel;
  price: Price;
}

/** Our model for a tile: the first chosen one with a known price, or the cheapest of them when that is wished. */
function offerFor(
  { column }: PlacedTile,
  models: readonly ReferenceModel[],
  priceOf: PriceOf,
  cheapest: boolean,
) {
  const useCaseId = column.useCaseId;
  if (useCaseId === null) return null;
  const offers = models.flatMap((model): Offer[] => {
    const price = priceOf(model.id, useCaseId);
    return price === null || price.cnyPerMillionTokens === 0 ? [] : [{ model, price }];
  });
  const byPrice = (first: Offer, second: Offer) =>
    first.price.cnyPerMillionTokens - second.price.cnyPerMillionTokens;
  return (cheapest ? offers.sort(byPrice)[0] : offers[0]) ?? null;
}

/**
 * What the movable tokens cost today and with us, CNY a year: tokens × movable share × list price ÷ 10⁶, both at list
 * price by use case and length tier. Rows with an unknown price are shown and left out of the sums.
 */
export function costOf(
  { tiles }: Case,
  models: readonly ReferenceModel[],
  priceOf: PriceOf,
  cheapest: boolean,
  citations: Citations,
): SolutionCost {
  const sentences: SolutionSentence[] = [];
  const rows = tiles.flatMap((placed): CostRow[] => {
    const { tile, column } = placed;
    const offer = offerFor(placed, models, priceOf, cheapest);
    const tokens = tile.tokensPerYear.mid * (tile.opportunity?.movableShare ?? 0);
    if (tokens === 0) return [];
    const row = {
      ...{
        tileKey: tile.key,
        useCase: column.name,
        provider: tile.providerName,
        current: tile.modelName,
        tokens,
      },
      ours: offer?.model.name ?? '',
      currentCny: tile.price === null ? null : (tokens * tile.price.cnyPerMillionTokens) / 1e6,
      oursCny: offer === null ? null : (tokens * offer.price.cnyPerMillionTokens) / 1e6,
      currentRange: rangeAt(placed, tile.price),
      oursRange: rangeAt(placed, offer?.price ?? null),
    };
    sentences.push(rowSentence(row, placed, offer, citations));
    return [row];
  });
  const comparable = rows.filter(({ currentCny, oursCny }) => currentCny !== null && oursCny !== null);
  const sum = (pick: (row: CostRow) => number | null) =>
    comparable.length === 0 ? null : comparable.reduce((total, row) => total + (pick(row) ?? 0), 0);
  const currentCny = sum((row) => row.currentCny);
  const oursCny = sum((row) => row.oursCny);
  const savingCny = currentCny === null || oursCny === null ? null : currentCny - oursCny;
  const ranges = {
    currentRange: sumOfRanges(comparable.map((row) => row.currentRange)),
    oursRange: sumOfRanges(comparable.map((row) => row.oursRange)),
    savingRange: sumOfRanges(comparable.map(savingOf)),
  };
  return { rows, currentCny, oursCny, savingCny, ...ranges, sentences };
}

/** Cost of the low, likely and high volume of a tile at one price, CNY a year. */
function rangeAt({ tile }: PlacedTile, price: Price | null): Range | null {
  const movable = tile.opportunity?.movableShare ?? 0;
  if (price === null) return null;
  const cost = (tokens: number) => (tokens * movable * price.cnyPerMillionTokens) / 1e6;
  const { low, mid, high } = tile.tokensPerYear;
  return { low: cost(low), mid: cost(mid), high: cost(high) };
}

/** Both costs stand on the same volume: the difference moves with it, and its ends may change places. */
function savingOf({ currentRange, oursRange }: CostRow): Range | null {
  if (currentRange === null || oursRange === null) return null;
  const ends = [currentRange.low - oursRange.low, currentRange.high - oursRange.high];
  return {
    low: Math.min(...ends),
    mid: currentRange.mid - oursRange.mid,
    high: Math.max(...ends),
  };
}

/** Volumes of different tiles err on their own: deviations add as a root sum of squares, on each side. */
export function sumOfRanges(ranges: readonly (Range | null)[]): Range | null {
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0 || known.length < ranges.length) return null;
  const mid = known.reduce((sum, range) => sum + range.mid, 0);
  const below = Math.hypot(...known.map((range) => range.mid - range.low));
  const above = Math.hypot(...known.map((range) => range.high - range.mid));
  return { low: mid - below, mid, high: mid + above };
}

function rowSentence(
  row: CostRow,
  { tile, column }: PlacedTile,
  offer: Offer | null,
  citations: Citations,
): SolutionSentence {
  const cited = [
    citations.map(tile, column.name),
    ...(tile.price === null ? [] : [citations.price(tile.price, tile.modelName.en)]),
    ...(offer === null ? [] : [citations.price(offer.price, offer.model.name)]),
  ];
  const tokens = Math.round(row.tokens).toLocaleString('en-US');
  const now = row.currentCny === null ? null : yuan(row.currentCny);
  const then = row.oursCny === null ? null : yuan(row.oursCny);
  const text = {
    zh: `${row.useCase.zh}：每年可迁移 ${tokens} Token，现用 ${row.current.zh} ${now ?? '价格未知'}，改用 ${row.ours || '我方模型'} ${then ?? '价格未知'}。`,
    en: `${row.useCase.en}: ${tokens} tokens a year can move; ${row.current.en} ${now ?? 'at an unknown price'}, with ${row.ours || 'our model'} ${then ?? 'at an unknown price'}.`,
  };
  return { text, standing: 'computed', citations: cited };
}
