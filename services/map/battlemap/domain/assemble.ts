import type { BattleMap, Totals, UseCaseColumn } from '@tokenholic/contracts';
import { groupOrder } from '@tokenholic/presentation';
import type { MapContent } from './content.ts';
import { headlineOf } from './headline.ts';
import { combine, scale } from './ranges.ts';

export interface MapMeta {
  clientId: string;
  clientName: string;
  version: number;
  revision: number;
  runId: string | null;
  generatedAt: string;
}

const TOP = 3;
const PROJECTED_YEARS = 3;
/** Growth fades: each further year keeps this much of the year before's rate. */
const GROWTH_DAMPING = 0.6;

/** Works out all that follows from the tiles: shares, column totals, ranks, projection, totals, headline. */
export function assembleMap(content: MapContent, meta: MapMeta): BattleMap {
  const useCases = rankOpportunities(
    content.useCases.map((column) => completeColumn(column, meta.generatedAt)),
  );
  const totals = totalsOf(useCases);
  return {
    ...meta,
    ...content,
    useCases: useCases.sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid),
    totals,
    headline: headlineOf(meta.clientName, totals, content.basis),
  };
}

function completeColumn(column: UseCaseColumn, generatedAt: string): UseCaseColumn {
  const tokensPerYear = combine(column.tiles.map((tile) => tile.tokensPerYear));
  const tiles = column.tiles.map((tile) => ({
    ...tile,
    share: tokensPerYear.mid === 0 ? 0 : tile.tokensPerYear.mid / tokensPerYear.mid,
  }));
  const year = new Date(generatedAt).getUTCFullYear();
  let factor = 1;
  let growth = column.growthPerYear;
  const projection = Array.from({ length: PROJECTED_YEARS + 1 }, (_, ahead) => {
    if (ahead > 0) {
      factor *= 1 + growth;
      growth *= GROWTH_DAMPING;
    }
    return { year: year + ahead, tokens: scale(tokensPerYear, factor) };
  });
  return { ...column, tiles, tokensPerYear, projection };
}

function rankOpportunities(columns: UseCaseColumn[]): UseCaseColumn[] {
  const ranked = columns
    .flatMap((column) => column.tiles)
    .filter((tile) => (tile.opportunity?.valuePerYear ?? 0) > 0)
    .sort((a, b) => (b.opportunity?.valuePerYear ?? 0) - (a.opportunity?.valuePerYear ?? 0))
    .slice(0, TOP);
  const ranks = new Map(ranked.map((tile, index) => [tile.key, index + 1]));
  return columns.map((column) => ({
    ...column,
    tiles: column.tiles.map((tile) =>
      tile.opportunity === null
        ? tile
        : { ...tile, opportunity: { ...tile.opportunity, rank: ranks.get(tile.key) ?? null } },
    ),
    winnablePerYear: column.tiles.reduce((sum, tile) => sum + (tile.opportunity?.valuePerYear ?? 0), 0),
  }));
}

/** Shares, value and what can be won, over all tiles. */
export function totalsOf(columns: readonly UseCaseColumn[]): Totals {
  const tiles = columns.flatMap((column) => column.tiles);
  const tokensPerYear = combine(tiles.map((tile) => tile.tokensPerYear));
  const tokensOf = (matching: typeof tiles) =>
    matching.reduce((sum, tile) => sum + tile.tokensPerYear.mid, 0);
  const share = (tokens: number) => (tokensPerYear.mid === 0 ? 0 : tokens / tokensPerYear.mid);
  const shares = groupOrder
    .map((group) => ({ group, tokens: tokensOf(tiles.filter((tile) => tile.group === group)) }))
    .filter(({ tokens }) => tokens > 0)
    .map(({ group, tokens }) => ({ group, tokens, share: share(tokens) }));
  const shareOf = (group: string) => shares.find((item) => item.group === group)?.share ?? 0;
  const [ourShare, selfHostedShare, unknownShare] = [
    shareOf('alibaba'),
    shareOf('self-hosted'),
    shareOf('unknown'),
  ];
  const top = tiles.filter((tile) => (tile.opportunity?.rank ?? null) !== null);
  const moved = top.reduce(
    (sum, tile) => sum + tile.tokensPerYear.mid * (tile.opportunity?.movableShare ?? 0),
    0,
  );
  return {
    tokensPerYear,
    valuePerYear: combine(tiles.flatMap((tile) => (tile.valuePerYear === null ? [] : [tile.valuePerYear]))),
    unpricedShare: share(tokensOf(tiles.filter((tile) => tile.valuePerYear === null))),
    shares,
    ourShare,
    selfHostedShare,
    unknownShare,
    competitorShare: Math.max(
      0,
      shares.reduce((sum, item) => sum + item.share, 0) - ourShare - selfHostedShare - unknownShare,
    ),
    winnableTopThree: top.reduce((sum, tile) => sum + (tile.opportunity?.valuePerYear ?? 0), 0),
    ourShareAfterTopThree: ourShare + share(moved),
  };
}
