/** What is known of a passage that words, meaning or both have found. */
export interface FoundPassage {
  /** Place by words, from 0; null when words did not find it. */
  byWords: number | null;
  /** Place by meaning, from 0; null when vectors did not find it. */
  byMeaning: number | null;
  /** It is written in the language of the question. */
  sameLanguage: boolean;
}

/** Reciprocal rank fusion (Cormack et al. 2009): flat enough that the first places of either side count for much. */
const FUSION = 10;

/**
 * How much a place by meaning counts beside one by words. In its own language a question shares its words with the answer, and
 * nine signals fitted for that are seldom wrong; in the other language there are hardly any words to go by.
 */
const MEANING_WEIGHT = { same: 0.35, other: 3 } as const;

const share = (place: number | null, weight: number) => (place === null ? 0 : weight / (FUSION + place));

/** One order from two, best first. */
export function fuseMeaning<T>(found: readonly T[], look: (item: T) => FoundPassage): T[] {
  const scored = found.map((item) => {
    const { byWords, byMeaning, sameLanguage } = look(item);
    const weight = sameLanguage ? MEANING_WEIGHT.same : MEANING_WEIGHT.other;
    return { item, score: share(byWords, 1) + share(byMeaning, weight) };
  });
  return scored.sort((first, second) => second.score - first.score).map(({ item }) => item);
}
