import type { LocalizedText, PortfolioEntry, ProviderGroup } from '@tokenholic/contracts';
import { groupOrder } from '@tokenholic/presentation';
import type { PortfolioSearch } from '../../map-search';

export type Grouping = 'industry' | 'provider' | 'owner' | 'stage';
export type Ranking = 'winnable' | 'tokens' | 'ours' | 'moved';
export const GROUPINGS: readonly Grouping[] = ['industry', 'provider', 'owner', 'stage'];
export const RANKINGS: readonly Ranking[] = ['winnable', 'tokens', 'ours', 'moved'];

/** One sum over several clients. Tokens and CNY a year; `ourShare` of all tokens, in [0, 1]. */
export interface Sum {
  clients: number;
  tokens: number;
  value: number;
  winnable: number;
  ourShare: number;
  shares: { group: ProviderGroup; tokens: number; share: number }[];
}

export interface Group extends Sum {
  /** The value of the filter that shows these clients; null gathers those without one. */
  key: string | null;
  name: LocalizedText | null;
}

export function sumOf(entries: readonly PortfolioEntry[]): Sum {
  const total = (of: (entry: PortfolioEntry) => number) => entries.reduce((sum, entry) => sum + of(entry), 0);
  const tokens = total((entry) => entry.tokensPerYear);
  const shares = groupOrder.flatMap((group) => {
    const part = total((entry) => entry.shares.find((share) => share.group === group)?.tokens ?? 0);
    return part === 0 ? [] : [{ group, tokens: part, share: part / tokens }];
  });
  return {
    clients: entries.length,
    tokens,
    value: total((entry) => entry.valuePerYear),
    winnable: total((entry) => entry.winnableTopThree),
    ourShare: shares.find(({ group }) => group === 'alibaba')?.share ?? 0,
    shares,
  };
}

interface Place {
  key: string | null;
  name: LocalizedText | null;
}

function placesOf(entry: PortfolioEntry, grouping: Exclude<Grouping, 'provider'>): Place[] {
  if (grouping === 'industry')
    return [{ key: entry.industry?.id ?? null, name: entry.industry?.name ?? null }];
  if (grouping === 'stage') return [{ key: entry.stage, name: null }];
  // Two people on one client both see its figures; groups by owner therefore do not add up to the whole.
  if (entry.agents.length === 0) return [{ key: null, name: null }];
  return entry.agents.map(({ id, name }) => ({ key: id, name }));
}

/** The clients gathered, the group with the most tokens first. */
export function groupsOf(entries: readonly PortfolioEntry[], grouping: Grouping): Group[] {
  if (grouping === 'provider') {
    const { shares } = sumOf(entries);
    return shares
      .map(({ group }) => {
        const using = entries.filter((entry) => usesGroup(entry, group));
        const own = (entry: PortfolioEntry) => entry.shares.filter((share) => share.group === group);
        const sum = sumOf(using.map((entry) => ({ ...entry, shares: own(entry) })));
        const tokens = sum.shares.reduce((all, share) => all + share.tokens, 0);
        return { ...sum, tokens, shares: [{ group, tokens, share: 1 }], key: group, name: null };
      })
      .sort((a, b) => b.tokens - a.tokens);
  }
  const gathered = new Map<string | null, { place: Place; entries: PortfolioEntry[] }>();
  for (const entry of entries) {
    for (const place of placesOf(entry, grouping)) {
      const known = gathered.get(place.key);
      if (known === undefined) gathered.set(place.key, { place, entries: [entry] });
      else known.entries.push(entry);
    }
  }
  return [...gathered.values()]
    .map(({ place, entries: members }) => ({ ...sumOf(members), ...place }))
    .sort((a, b) => b.tokens - a.tokens);
}

const usesGroup = (entry: PortfolioEntry, group: string) =>
  entry.shares.some((share) => share.group === group && share.tokens > 0);

/** Filters add up. A filter set to `none` asks for clients without one. */
export function matching(entries: readonly PortfolioEntry[], search: PortfolioSearch): PortfolioEntry[] {
  const text = (search.text ?? '').trim().toLowerCase();
  return entries.filter(
    (entry) =>
      entry.clientName.toLowerCase().includes(text) &&
      (search.industry === undefined || (entry.industry?.id ?? 'none') === search.industry) &&
      (search.stage === undefined || entry.stage === search.stage) &&
      (search.provider === undefined || usesGroup(entry, search.provider)) &&
      (search.owner === undefined ||
        (search.owner === 'none'
          ? entry.agents.length === 0
          : entry.agents.some(({ id }) => id === search.owner))),
  );
}

/** What a week changed in a client's map; a map that is new has moved by all it holds. */
export interface Move {
  isNew: boolean;
  tokens: number;
  ourShare: number;
  winnable: number;
}

export function moveOf(entry: PortfolioEntry): Move | null {
  const before = entry.weekAgo;
  if (before === null)
    return { isNew: true, tokens: entry.tokensPerYear, ourShare: 0, winnable: entry.winnableTopThree };
  const move = {
    isNew: false,
    tokens: entry.tokensPerYear - before.tokensPerYear,
    ourShare: entry.ourShare - before.ourShare,
    winnable: entry.winnableTopThree - before.winnableTopThree,
  };
  return move.tokens === 0 && move.ourShare === 0 && move.winnable === 0 ? null : move;
}

export function ranked(entries: readonly PortfolioEntry[], ranking: Ranking): PortfolioEntry[] {
  const figure: Record<Ranking, (entry: PortfolioEntry) => number> = {
    winnable: (entry) => entry.winnableTopThree,
    tokens: (entry) => entry.tokensPerYear,
    ours: (entry) => entry.ourShare,
    moved: (entry) => Math.abs(moveOf(entry)?.tokens ?? 0),
  };
  return [...entries].sort((a, b) => figure[ranking](b) - figure[ranking](a));
}
