import { expectedAnswer, holdsAnswer } from './expected-answer.ts';
import { type Span, sentencesOf } from './sentences.ts';
import {
  addParts,
  countsOf,
  languageOf,
  piecesOf,
  type TextParts,
  termsOf,
  unitsOf,
  wordsOf,
} from './tokens.ts';

export const K1 = 1.2;
export const B = 0.75;
const SENTENCE_TERMS = { zh: 45, en: 14 } as const;

/** Robertson and Spärck Jones' weight of a term that stands in `documents` of `total` (the form that is never negative). */
export function inverseFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}

/** What the whole index says of the terms in a question. */
export interface IndexStatistics {
  weightOf(term: string): number;
  averageLength: number;
}

/** BM25 of one text (Robertson and Zaragoza 2009). */
export function bm25(
  counts: { get(term: string): number | undefined },
  length: number,
  asked: Iterable<string>,
  { weightOf, averageLength }: IndexStatistics,
): number {
  const room = K1 * (1 - B + (B * length) / Math.max(1, averageLength));
  let score = 0;
  for (const term of asked) {
    const count = counts.get(term);
    if (count !== undefined) score += (weightOf(term) * count * (K1 + 1)) / (count + room);
  }
  return score;
}

/** A question taken apart once. */
export interface Asked {
  text: string;
  terms: readonly string[];
  words: readonly string[];
  pieces: readonly string[];
  units: readonly string[];
  kind: ReturnType<typeof expectedAnswer>;
}

const distinct = (entries: readonly string[]) => [...new Set(entries)];

export function readQuestion(text: string): Asked {
  return {
    text,
    terms: distinct(termsOf(text)),
    words: distinct(wordsOf(text)),
    pieces: distinct(piecesOf(text)),
    units: unitsOf(text),
    kind: expectedAnswer(text),
  };
}

/** Entries of a text, counted. */
export interface Counted {
  counts: ReadonlyMap<string, number>;
  length: number;
}

export const counted = (entries: readonly string[]): Counted => ({
  counts: countsOf(entries),
  length: entries.length,
});

/** A candidate taken apart once. */
export interface Candidate {
  text: string;
  terms: Counted;
  words: Counted;
  pieces: Counted;
  units: readonly string[];
  sentences: readonly (Counted & { span: Span })[];
}

export function readCandidate(text: string): Candidate {
  const parts: TextParts = { terms: [], words: [], pieces: [], units: [] };
  // No word goes over the end of a sentence, so the parts of all sentences are those of the text.
  const sentences = sentencesOf(text).map((span) => ({
    ...{ span, ...counted(addParts(text.slice(span.start, span.end), parts)) },
  }));
  return {
    ...{ text, sentences, units: parts.units },
    ...{ terms: counted(parts.terms), words: counted(parts.words), pieces: counted(parts.pieces) },
  };
}

/** Each signal alone orders candidates; together they do it better. */
export interface Signals {
  terms: number;
  words: number;
  pieces: number;
  sentence: number;
  pair: number;
  covered: number;
  piecesCovered: number;
  answer: number;
  run: number;
}
/** Statistics of the candidates themselves, for what the index does not count. */
export function statisticsAmong(candidates: readonly Counted[]): IndexStatistics {
  const documents = new Map<string, number>();
  for (const { counts } of candidates)
    for (const entry of counts.keys()) documents.set(entry, (documents.get(entry) ?? 0) + 1);
  const total = candidates.reduce((sum, { length }) => sum + length, 0);
  return {
    weightOf: (entry) => inverseFrequency(documents.get(entry) ?? 0, candidates.length),
    averageLength: total / Math.max(1, candidates.length),
  };
}

export interface Statistics {
  index: IndexStatistics;
  words: IndexStatistics;
  pieces: IndexStatistics;
}

/** Share of the asked weight that the text has. */
export function coveredShare(
  asked: readonly string[],
  has: (entry: string) => boolean,
  weightOf: (entry: string) => number,
) {
  let all = 0;
  let found = 0;
  for (const entry of asked) {
    const weight = weightOf(entry);
    all += weight;
    if (has(entry)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** Longest sequence that question and text have in common, in words or Chinese characters. */
function longestRun(asked: readonly string[], units: readonly string[]): number {
  let longest = 0;
  let before = new Uint16Array(asked.length + 1);
  let now = new Uint16Array(asked.length + 1);
  for (const unit of units) {
    for (let at = 1; at <= asked.length; at += 1) {
      const length = asked[at - 1] === unit ? (before[at - 1] ?? 0) + 1 : 0;
      now[at] = length;
      if (length > longest) longest = length;
    }
    [before, now] = [now, before];
  }
  return longest;
}

/** Counts of two texts as if they were one. */
const together = (first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number> | undefined) => ({
  get: (term: string) => (first.get(term) ?? 0) + (second?.get(term) ?? 0),
});

/** Terms a sentence usually has, for the length part of its score. */
export function sentenceStatistics(index: IndexStatistics, text: string): IndexStatistics {
  return { ...index, averageLength: SENTENCE_TERMS[languageOf(text)] };
}

/** The best a single sentence, and two in a row, do; and whether the best one holds the kind of answer asked for. */
function bySentences(asked: Asked, candidate: Candidate, index: IndexStatistics) {
  const statistics = sentenceStatistics(index, candidate.text);
  const found = { sentence: 0, pair: 0, answer: 0 };
  let bestFit = -1;
  candidate.sentences.forEach(({ span, counts, length }, at) => {
    const score = bm25(counts, length, asked.terms, statistics);
    const next = candidate.sentences[at + 1];
    found.sentence = Math.max(found.sentence, score);
    const both = together(counts, next?.counts);
    found.pair = Math.max(found.pair, bm25(both, length + (next?.length ?? 0), asked.terms, statistics));
    const holds = holdsAnswer(asked.kind, candidate.text.slice(span.start, span.end), asked.text);
    const fit = score * (holds ? 1.25 : 1);
    if (fit > bestFit) [bestFit, found.answer] = [fit, holds ? 1 : 0];
  });
  return found;
}

/** Measures how a candidate answers a question, by every signal. */
export function measure(asked: Asked, candidate: Candidate, { index, words, pieces }: Statistics): Signals {
  const { terms, words: ownWords, pieces: ownPieces } = candidate;
  return {
    terms: bm25(terms.counts, terms.length, asked.terms, index),
    words: bm25(ownWords.counts, ownWords.length, asked.words, words),
    pieces: bm25(ownPieces.counts, ownPieces.length, asked.pieces, pieces),
    ...bySentences(asked, candidate, index),
    covered: coveredShare(asked.terms, (term) => terms.counts.has(term), index.weightOf),
    piecesCovered: coveredShare(asked.pieces, (piece) => ownPieces.counts.has(piece), pieces.weightOf),
    run: longestRun(asked.units, candidate.units),
  };
}
