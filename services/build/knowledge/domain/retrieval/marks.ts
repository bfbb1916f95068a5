import { holdsAnswer } from './expected-answer.ts';
import type { Span } from './sentences.ts';
import {
  type Asked,
  bm25,
  type Candidate,
  counted,
  type IndexStatistics,
  sentenceStatistics,
  statisticsAmong,
} from './signals.ts';
import { piecesOf } from './tokens.ts';

const PIECES_WEIGHT = 0.4;
const HOLDS_ANSWER = 1.5;
const MOST_MARKS = 2;

/** The sentences of a hit to highlight, the likeliest first: those that fit the question and hold its kind of answer. */
export function marksOf(asked: Asked, candidate: Candidate, index: IndexStatistics): Span[] {
  const sentences = candidate.sentences.map((sentence) => {
    const text = candidate.text.slice(sentence.span.start, sentence.span.end);
    return { ...sentence, text, pieces: counted(piecesOf(text)) };
  });
  const byTerms = sentenceStatistics(index, candidate.text);
  const byPieces = statisticsAmong(sentences.map(({ pieces }) => pieces));
  return sentences
    .map(({ span, text, counts, length, pieces }) => {
      const words = bm25(counts, length, asked.terms, byTerms);
      const spelling = bm25(pieces.counts, pieces.length, asked.pieces, byPieces);
      const holds = holdsAnswer(asked.kind, text, asked.text) ? HOLDS_ANSWER : 1;
      return { span, fit: (words + PIECES_WEIGHT * spelling) * holds };
    })
    .filter(({ fit }) => fit > 0)
    .sort((first, second) => second.fit - first.fit)
    .slice(0, MOST_MARKS)
    .map(({ span }) => span);
}
