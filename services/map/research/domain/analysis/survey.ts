import type { Gazetteer } from './gazetteer.ts';
import { aiCue } from './lexicon/use-cues.ts';
import type { Hit } from './matcher.ts';
import { type Sentence, splitClauses, splitSentences } from './passages.ts';

export interface SurveyedSentence {
  sentence: Sentence;
  /** Every name in it. */
  hits: Hit[];
}

/** A page cut into sentences, and what is worth weighing by its meaning. */
export interface Survey {
  sentences: SurveyedSentence[];
  /** Sentences and clauses that tell of AI without a known word for what it is used for, names left out; bounded. */
  texts: string[];
}

/** More is no page that speaks of AI, but a list of everything. */
const MOST_TEXTS = 120;
/** How far before a name its use may be told. */
const SENTENCES_BEFORE = 2;

/** Cuts a page into sentences, finds the names in them, and says what of it should be weighed by meaning. */
export function surveyPage(text: string, gazetteer: Gazetteer): Survey {
  const sentences = splitSentences(text).map((sentence) => ({
    sentence,
    hits: gazetteer.match(sentence.text),
  }));
  const texts = new Set<string>();
  for (const [index, { sentence, hits }] of sentences.entries()) {
    if (texts.size >= MOST_TEXTS) break;
    if (!hits.some(isName) && !aiCue.test(sentence.text)) continue;
    const near = sentences.slice(Math.max(0, index - SENTENCES_BEFORE), index + 1);
    for (const { sentence: other, hits: names } of near)
      if (!hasUse(names)) texts.add(withoutNames(other.text, names));
    const clauses = splitClauses(sentence);
    if (clauses.length < 2) continue;
    for (const { text: clause, start } of clauses) {
      const names = hitsWithin(hits, start, start + clause.length);
      if (names.some(isName) && !hasUse(names)) texts.add(withoutNames(clause, names, start));
    }
  }
  return { sentences, texts: [...texts].filter((item) => item.length >= SHORTEST).slice(0, MOST_TEXTS) };
}

/** A clause of fewer characters means nothing by itself. */
const SHORTEST = 6;

const isName = ({ entry }: Hit) =>
  entry.kind === 'model' || entry.kind === 'provider' || entry.kind === 'house_model';
const hasUse = (hits: readonly Hit[]) =>
  hits.some(({ entry }) => entry.kind === 'use_case' && !entry.context);

export const hitsWithin = (hits: readonly Hit[], start: number, end: number): Hit[] =>
  hits.filter((hit) => hit.start >= start && hit.end <= end);

/** A text as it is weighed: whose model it is says nothing about what it is used for. */
export function withoutNames(text: string, hits: readonly Hit[], offset = 0): string {
  const placeholder = /[\u4e00-\u9fff]/.test(text) ? '模型' : 'the model';
  let plain = '';
  let from = 0;
  for (const { start, end } of hits.filter(isName)) {
    if (start - offset < from) continue;
    plain += text.slice(from, start - offset) + placeholder;
    from = end - offset;
  }
  return (plain + text.slice(from)).trim();
}
