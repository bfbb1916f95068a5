import {
  type Asked,
  type Candidate,
  type IndexStatistics,
  measure,
  type Signals,
  type Statistics,
  statisticsAmong,
} from './signals.ts';

/** Fitted (softmax over candidates) on one half of XQuAD's articles, zh and en together; bench/knowledge prints the other half too. */
export const WEIGHTS: Readonly<Signals> = {
  terms: 0.051,
  words: 0.321,
  pieces: 0.055,
  sentence: 0.108,
  pair: 0.087,
  covered: 2.853,
  piecesCovered: 3.582,
  answer: 0.603,
  run: 0.469,
};

const NAMES = Object.keys(WEIGHTS) as (keyof Signals)[];

/** One figure from all signals; comparable within one question only. */
export function combined(signals: Signals): number {
  return NAMES.reduce((sum, name) => sum + WEIGHTS[name] * signals[name], 0);
}

export interface Ranked<T> {
  item: T;
  candidate: Candidate;
  score: number;
}

/** Flat enough that a place among the first few counts for much in either order. */
const FUSION = 5;

/** Orders what the index found (`items`, its best first) by everything that can be measured on the texts themselves. */
export function rank<T>(
  asked: (candidate: Candidate) => Asked,
  items: readonly { item: T; candidate: Candidate }[],
  index: IndexStatistics,
): Ranked<T>[] {
  const statistics: Statistics = {
    index,
    words: statisticsAmong(items.map(({ candidate }) => candidate.words)),
    pieces: statisticsAmong(items.map(({ candidate }) => candidate.pieces)),
  };
  const measured = items.map(({ item, candidate }) => {
    const signals = measure(asked(candidate), candidate, statistics);
    return { item, candidate, score: combined(signals) };
  });
  return fuse(
    measured,
    measured.toSorted((first, second) => second.score - first.score),
  );
}

/** First comes what fits best; the places after it are shared out by reciprocal rank between index and fit. */
function fuse<T>(byIndex: readonly T[], byFit: readonly T[]): T[] {
  const places = new Map(byIndex.map((item, place) => [item, 1 / (FUSION + place)]));
  byFit.forEach((item, place) => {
    places.set(item, (places.get(item) ?? 0) + 1 / (FUSION + place));
  });
  const [best, ...rest] = byFit;
  rest.sort((first, second) => (places.get(second) ?? 0) - (places.get(first) ?? 0));
  return best === undefined ? [] : [best, ...rest];
}
