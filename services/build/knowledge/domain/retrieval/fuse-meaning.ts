/** What is known of a passage that words, meaning or both have found. */
export interface FoundPassage {
  /** Place by words, from 0, the figure of the nine signals, and the share of what was asked that it has; null: not found so. */
  words: { place: number; score: number; covered: number } | null;
  /** Place by meaning, from 0; null when vectors did not find it. */
  meaning: { place: number; similarity: number } | null;
  /** It is written in the language of the question. */
  sameLanguage: boolean;
}

/** Reciprocal rank fusion (Cormack et al. 2009): flat enough that the first places of either side count for much. */
const FUSION = 5;

/**
 * How much meaning counts beside words. In its own language a question shares its words with the answer, and nine signals
 * fitted for that are seldom wrong; in the other language there are hardly any words to go by.
 */
const PLACE_WEIGHT = { same: 0.2, other: 1 } as const;
/** From this share on words speak of what was asked; below it they were found by chance. */
const TRUSTED_FROM = 0.35;

/**
 * For models whose similarities were measured against the figure of the nine signals: what one whole cosine is worth beside
 * it. Chosen on XQuAD so that neither half of it gets worse in its own language; bench/knowledge/xquad.ts prints both.
 */
const SIMILARITY_WEIGHT: Readonly<Record<string, { same: number; other: number }>> = {
  'use-multilingual-3': { same: 8, other: 30 },
};

/** One order from two, best first: by figures where the model's are known to compare, else by places. */
export function fuseMeaning<T>(found: readonly T[], look: (item: T) => FoundPassage, embedder: string): T[] {
  const looked = found.map((item) => ({ item, ...look(item) }));
  const weights = SIMILARITY_WEIGHT[embedder];
  const scoreOf = weights === undefined ? byPlaces(looked) : byFigures(looked, weights);
  const scored = looked.map((one) => ({ item: one.item, score: scoreOf(one) }));
  return scored.sort((first, second) => second.score - first.score).map(({ item }) => item);
}

const share = (place: number | undefined, weight: number) =>
  place === undefined ? 0 : weight / (FUSION + place);

function byPlaces(found: readonly FoundPassage[]) {
  const covered = found.map(({ words }) => words?.covered ?? 0);
  const trust = Math.min(1, Math.max(0, ...covered) / TRUSTED_FROM);
  // What meaning did not find comes right after the last it found: a passage that is new is not yet embedded.
  const after = found.filter(({ meaning }) => meaning !== null).length;
  return ({ words, meaning, sameLanguage }: FoundPassage): number => {
    const weight = sameLanguage ? PLACE_WEIGHT.same : PLACE_WEIGHT.other;
    return (
      trust * share(words?.place, 1) + share(meaning?.place ?? (sameLanguage ? after : undefined), weight)
    );
  };
}

function byFigures(found: readonly FoundPassage[], weights: { same: number; other: number }) {
  // What one side did not find is at most as good as the last it found.
  const leastWords = Math.min(...found.map(({ words }) => words?.score ?? Number.POSITIVE_INFINITY));
  const leastMeaning = Math.min(...found.map(({ meaning }) => meaning?.similarity ?? 1));
  return ({ words, meaning, sameLanguage }: FoundPassage): number => {
    const without = sameLanguage && Number.isFinite(leastWords) ? leastWords : 0;
    // A passage in both languages, or one the glossary could translate, has its words weighed already.
    const isWorded = sameLanguage || (words?.covered ?? 0) >= TRUSTED_FROM;
    const weight = isWorded ? weights.same : weights.other;
    return (words?.score ?? without) + weight * (meaning?.similarity ?? leastMeaning);
  };
}
