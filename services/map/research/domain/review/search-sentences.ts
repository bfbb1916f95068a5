import { splitSentences } from '../analysis/passages.ts';

export interface SearchablePage {
  id: string;
  text: string;
}

export interface SentenceHit {
  pageId: string;
  text: string;
  start: number;
  end: number;
  marks: { start: number; end: number }[];
  score: number;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const MOST_TERMS = 12;

/** The words of a question that mean something, in lower case: Chinese by segments, everything else by words. */
export function termsOf(question: string): string[] {
  const words = [...segmenter.segment(question.toLowerCase().normalize('NFKC'))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment)
    .filter((word) => !STOP.has(word));
  return [...new Set(words)].slice(0, MOST_TERMS);
}

const STOP = new Set([
  ...[
    '的',
    '了',
    '在',
    '是',
    '和',
    '与',
    '为',
    '用',
    '什么',
    '谁',
    '哪',
    '哪个',
    '哪些',
    '吗',
    '呢',
    '我们',
    '他们',
  ],
  ...[
    'the',
    'a',
    'an',
    'of',
    'in',
    'on',
    'is',
    'are',
    'do',
    'does',
    'and',
    'or',
    'to',
    'for',
    'which',
    'what',
    'who',
  ],
]);

/**
 * Sentences that hold the most of what is looked for, rarer words counting more (inverse document frequency over sentences);
 * words that follow each other as in the question count on top.
 */
export function searchSentences(
  pages: readonly SearchablePage[],
  question: string,
  limit: number,
): SentenceHit[] {
  const terms = termsOf(question);
  if (terms.length === 0) return [];
  const phrase = question.trim().toLowerCase();
  const sentences = pages.flatMap((page) =>
    splitSentences(page.text).map((sentence) => ({ page, sentence, lower: sentence.text.toLowerCase() })),
  );
  const weight = new Map(
    terms.map((term) => {
      const holding = sentences.filter(({ lower }) => lower.includes(term)).length;
      return [term, Math.log(1 + sentences.length / (1 + holding))];
    }),
  );
  return sentences
    .map(({ page, sentence, lower }) => {
      const found = terms.filter((term) => lower.includes(term));
      const sum = found.reduce((total, term) => total + (weight.get(term) ?? 0), 0);
      const score = sum * (found.length / terms.length) + (lower.includes(phrase) ? 3 : 0);
      return { page, sentence, lower, found, score };
    })
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start)
    .slice(0, limit)
    .map(({ page, sentence, lower, found, score }) => ({
      pageId: page.id,
      text: sentence.text,
      start: sentence.start,
      end: sentence.start + sentence.text.length,
      marks: marksOf(lower, found),
      score,
    }));
}

/** Places of the words in the sentence, in order, those that touch made one. */
function marksOf(lower: string, terms: readonly string[]): { start: number; end: number }[] {
  const places = terms
    .flatMap((term) => {
      const starts: number[] = [];
      for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length)) starts.push(at);
      return starts.map((start) => ({ start, end: start + term.length }));
    })
    .sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (last !== undefined && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else merged.push({ ...place });
  }
  return merged;
}
